package io.kanoa.thorgate.engine.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.EngineLog;
import io.kanoa.thorgate.engine.HeldCache;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.server.StartFailure;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What vLLM prints. Nothing is declared. */
public final class VllmLogTarget implements Target {

    @Override
    public String name() {
        return "vllm-log";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(
                Seeds.resources("engine/vllm/start.log", "engine/server/start-failures/OUT_OF_MEMORY/vllm-cache.txt"));
        seeds.addAll(Seeds.of(
                "Loading weights took 12.34 seconds\nModel loading took 5.1 GiB memory and 3.5 seconds\n",
                "GPU KV cache size: 524,288 tokens\nAvailable KV cache memory: 46.97 GiB\n"
                        + "Explicitly set (1.0/19.21) GiB for KV cache\n",
                "with config: model='m', dtype=torch.bfloat16, quantization=awq, x\n"));
        return seeds;
    }

    @Override
    public List<Supplier<byte[]>> hostile() {
        return List.of(
                () -> EngineLog.repeated("Model loading took "),
                () -> EngineLog.repeated("Loading weights took 1"),
                () -> EngineLog.repeated("with config: dtype=torch.a "),
                () -> EngineLog.repeated("dtype=torch.a quantization="),
                () -> Seeds.of("Loading weights took " + "9".repeat(1_000_000) + " seconds")
                        .get(0));
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        List<String> lines = EngineLog.lines(input);
        LoadLog log = LoadLog.read(lines);
        assertThat(log.weightsNanos()).isNotNegative();
        assertThat(HeldWeights.inLog(lines)).isNotNull();
        StartFailure.in(lines);
        return log.weightsNanos() > 0 || HeldCache.inLog(lines).isTold();
    }
}
