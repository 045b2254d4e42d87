package io.kanoa.thorgate.engine.vllm.bench;

import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code vllm bench latency}: loads the model in its own process, without a server, and times whole answers to one prompt of
 * random tokens. Its token numbers go up to 10000, so the model's vocabulary must be larger.
 */
record LatencyBenchmark(BenchTool bench) implements SecondOpinionSource {

    private static final int WARM_UPS = 1;

    @Override
    public String tool() {
        return "vllm bench latency";
    }

    @Override
    public boolean wantsEngineGone() {
        return true;
    }

    @Override
    public SecondOpinion ask(Shape shape, Duration timeout) {
        BenchTool.Outcome outcome = bench.run("latency", file -> arguments(shape, file), timeout);
        return new SecondOpinion(tool(), outcome.command(), new LatencyResult(outcome.json()).figures());
    }

    private List<String> arguments(Shape shape, Path result) {
        List<String> arguments = new ArrayList<>(List.of("--model", bench.model()));
        bench.serving()
                .context()
                .ifPresent(context -> arguments.addAll(List.of("--max-model-len", String.valueOf(context))));
        arguments.add("--no-enable-prefix-caching");
        arguments.addAll(bench.serving().arguments());
        arguments.addAll(List.of("--input-len", String.valueOf(shape.inputTokens())));
        arguments.addAll(List.of("--output-len", String.valueOf(shape.outputTokens())));
        arguments.addAll(List.of("--batch-size", "1"));
        arguments.addAll(List.of("--num-iters-warmup", String.valueOf(WARM_UPS)));
        arguments.addAll(List.of("--num-iters", String.valueOf(shape.requests())));
        arguments.addAll(List.of("--output-json", result.toString()));
        return arguments;
    }
}
