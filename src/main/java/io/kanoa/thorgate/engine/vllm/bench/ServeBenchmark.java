package io.kanoa.thorgate.engine.vllm.bench;

import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import io.kanoa.thorgate.stream.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code vllm bench serve}: a client in Python against the running server, prompts of random tokens, one after the other, through
 * {@code /v1/completions}. It puts one request before the measured ones, as a trial.
 */
record ServeBenchmark(BenchTool bench, Endpoint endpoint) implements SecondOpinionSource {

    @Override
    public String tool() {
        return "vllm bench serve";
    }

    @Override
    public boolean wantsEngineGone() {
        return false;
    }

    @Override
    public SecondOpinion ask(Shape shape, Duration timeout) {
        BenchTool.Outcome outcome = bench.run("serve", file -> arguments(shape, file), timeout);
        return new SecondOpinion(tool(), outcome.command(), new ServeResult(outcome.json()).figures());
    }

    private List<String> arguments(Shape shape, Path result) {
        URI base = endpoint.base();
        return List.of(
                "--backend",
                "openai",
                "--base-url",
                base.toString(),
                "--endpoint",
                "/v1/completions",
                "--model",
                bench.model(),
                "--served-model-name",
                endpoint.model(),
                "--dataset-name",
                "random",
                "--random-input-len",
                String.valueOf(shape.inputTokens()),
                "--random-output-len",
                String.valueOf(shape.outputTokens()),
                "--num-prompts",
                String.valueOf(shape.requests()),
                "--max-concurrency",
                "1",
                "--ignore-eos",
                "--percentile-metrics",
                "ttft,tpot,itl,e2el",
                "--metric-percentiles",
                "50,99",
                "--disable-tqdm",
                "--save-result",
                "--result-dir",
                String.valueOf(result.getParent()),
                "--result-filename",
                String.valueOf(result.getFileName()));
    }
}
