package io.kanoa.thorgate.workload.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.engine.llamaserver.LlamaServerDriver;
import io.kanoa.thorgate.engine.ollama.OllamaDriver;
import io.kanoa.thorgate.engine.vllm.VllmDriver;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.WeightFormat;
import io.kanoa.thorgate.workload.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats on the engines of the PATH; what holds for every build of them. */
@Tag("engines")
class RealFormatsTest {

    @TempDir
    Path folder;

    @Test
    @Tag("llama-server")
    void llamaServer_servesGgufAndRefusesSafetensorsInItsWords() throws IOException {
        List<FormatProbe> probes = probed(
                new LlamaServerDriver(),
                WeightFormat.FP16,
                WeightFormat.BF16,
                WeightFormat.AWQ,
                WeightFormat.Q8_0,
                WeightFormat.Q4_0,
                WeightFormat.Q4_K_M);

        assertThat(probes)
                .filteredOn(probe -> probe.layout().equals("GGUF"))
                .hasSize(5)
                .allMatch(probe -> probe.outcome() == FormatOutcome.SERVED);
        assertThat(probes)
                .filteredOn(probe -> !probe.layout().equals("GGUF"))
                .hasSize(3)
                .allMatch(probe -> probe.outcome() == FormatOutcome.REFUSED)
                .allMatch(probe -> probe.words().contains("magic"));
    }

    @Test
    @Tag("ollama")
    void ollama_importsWhatItKnowsAndLeavesTheUsersStoreAlone() throws IOException {
        List<FormatProbe> probes = probed(new OllamaDriver(), WeightFormat.BF16, WeightFormat.AWQ, WeightFormat.Q4_0);

        assertThat(probes)
                .extracting(FormatProbe::name, FormatProbe::outcome)
                .containsExactly(
                        tuple("BF16 (GGUF)", FormatOutcome.SERVED),
                        tuple("BF16 (safetensors)", FormatOutcome.SERVED),
                        tuple("AWQ (AutoAWQ)", FormatOutcome.REFUSED),
                        tuple("Q4_0 (GGUF)", FormatOutcome.SERVED));
        assertThat(probes.get(2).words()).contains("I32");
        assertThat(folder.resolve("models/ollama/blobs")).isDirectory();
    }

    @Test
    @Tag("vllm")
    void vllm_servesBf16AndSaysWhyNotGguf() throws IOException {
        List<FormatProbe> probes = probed(new VllmDriver(), WeightFormat.BF16);

        assertThat(probes)
                .filteredOn(probe -> probe.layout().equals("safetensors"))
                .singleElement()
                .satisfies(probe -> {
                    assertThat(probe.outcome()).isEqualTo(FormatOutcome.SERVED);
                    assertThat(probe.held()).contains("dtype=bfloat16");
                });
        assertThat(probes)
                .filteredOn(probe -> probe.outcome() == FormatOutcome.REFUSED)
                .allMatch(probe -> probe.words().matches(".*\\S.*"));
    }

    private List<FormatProbe> probed(EngineDriver driver, WeightFormat... formats) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Sampling sampling = new Sampling(
                0, 1, 8, Duration.ZERO, Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofMinutes(10));
        try (CustodyLauncher launcher = new CustodyLauncher(logs, folder.resolve("cache"));
                EnginePool pool = new EnginePool(
                        Map.of(
                                driver.name(),
                                driver.open(new EngineSettings(logs, logs, launcher, name -> Optional.empty()))),
                        () -> Double.NaN)) {
            EngineSpec engine = new EngineSpec(driver.name(), driver.name(), List.of());
            FormatProbing probing = new FormatProbing(pool, engine, sampling, folder.resolve("models"), Progress.NONE);
            probing.run(List.of(formats));
            return probing.probes();
        }
    }
}
