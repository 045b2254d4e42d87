package io.kanoa.thorgate.engine.llamaserver;

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
import java.util.Optional;
import java.util.function.Supplier;

/** What llama-server prints. Nothing is declared. */
public final class LlamaLogTarget implements Target {

    @Override
    public String name() {
        return "llama-log";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Seeds.of(
                "0.00.123.456 I srv    load_model: loading model 'a.gguf'\n0.01.234.567 I main: model loaded\n",
                "llama_model_loader: - type q4_0:  14 tensors\nCPU KV buffer size =    45.00 MiB\n"
                        + "llama_kv_cache: size =   45.00 MiB (  2048 cells,  30 layers)\n",
                "version: 7100 (abc)\n--port PORT\n-m, --model FNAME   path\n"));
        seeds.addAll(Seeds.resources(
                "engine/server/start-failures/DAMAGED_FILE/llama-server-half.txt",
                "engine/server/start-failures/OUT_OF_MEMORY/llama-server.txt"));
        return seeds;
    }

    @Override
    public List<Supplier<byte[]>> hostile() {
        return List.of(
                () -> EngineLog.repeated("no such file or directory: nvidia "),
                () -> EngineLog.repeated("unsupported "),
                () -> EngineLog.repeated("Free memory on device "),
                () -> EngineLog.repeated("model "),
                () -> EngineLog.repeated("tensor "),
                () -> EngineLog.repeated("-a,"),
                () -> EngineLog.repeated("with config: dtype=torch.a "),
                () -> EngineLog.repeated("size = 1 MiB ( "),
                () -> EngineLog.repeated("with config: dtype=torch.a quantization "));
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        List<String> lines = EngineLog.lines(input);
        LoadLog log = LoadLog.read(lines);
        assertThat(log.weightsNanos()).isNotNegative();
        assertThat(HeldCache.inLog(lines)).isNotNull();
        assertThat(HeldWeights.inLog(lines)).isNotNull();
        assertThat(LlamaProgram.read(lines, lines).version()).isNotBlank();
        Optional<StartFailure> failure = StartFailure.in(lines);
        return log.isTold() || failure.isPresent();
    }
}
