package io.kanoa.thorgate.engine.vllm.bench;

import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import java.nio.file.Path;
import java.util.List;

/**
 * vLLM's benchmarks for one serving.
 *
 * @param results folder for what they write; exists
 */
public record VllmBenchmarks(Launcher launcher, Path results, Serving serving, Endpoint endpoint) {

    /** That of a running server; and that which loads the model itself, where we start engines at all. */
    public List<SecondOpinionSource> sources() {
        BenchTool tool = new BenchTool(launcher, results, serving);
        SecondOpinionSource serve = new ServeBenchmark(tool, endpoint);
        return serving.engine().launch() instanceof Launch.Attach
                ? List.of(serve)
                : List.of(serve, new LatencyBenchmark(tool));
    }
}
