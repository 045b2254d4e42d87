package io.kanoa.thorgate.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.weights.FoundModel;
import io.kanoa.thorgate.weights.Mismatch;
import io.kanoa.thorgate.weights.ModelFiles;
import io.kanoa.thorgate.weights.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Quantizes real, tiny models on the processor, by the Python that the variable {@code QUANTIZER_PYTHON} names
 * ({@code ci/quantize-tiny.sh} brings one), and reads what came of them.
 */
@Tag("engines")
@Tag("llm-compressor")
class RealQuantizationTest {

    private static final Path TEXT = Path.of("README.md");
    private static final Path QUANTIZER = Path.of("ci/models/quantize_awq.py");
    private static final Path MAKER = Path.of("src/test/resources/io/kanoa/thorgate/ci/make_tiny.py");

    @TempDir
    Path folder;

    @Test
    void tinyQwen2_isQuantizedToFourBits_andOurReaderConfirmsIt() throws Exception {
        FoundModel plain = made("qwen2");

        FoundModel quantized = quantized("qwen2");

        assertThat(plain.precision()).contains(Precision.BF16);
        assertThat(Mismatch.between("tiny", "AWQ 4-bit", ModelFacts.NONE, quantized))
                .isEmpty();
        assertThat(Mismatch.between("tiny", "BF16", ModelFacts.NONE, quantized)).hasSize(1);
        assertThat(parameters(quantized)).isEqualTo(parameters(plain));
        assertThat(quantized.parts().orElseThrow().head())
                .isEqualTo(plain.parts().orElseThrow().head());
        double bits = 8.0
                * quantized.parts().orElseThrow().body()
                / (plain.parts().orElseThrow().body() / 2.0);
        assertThat(bits).isBetween(4.0, 5.0);
        assertThat(Files.readString(folder.resolve("qwen2-awq/recipe.yaml"))).contains("AWQModifier");
    }

    @Test
    void modelThatDoesNotFitIntoMemory_isQuantizedFromTheDisk() throws Exception {
        made("qwen2");

        FoundModel quantized = quantized("qwen2", "--memory", "1MB");

        assertThat(quantized.precision().filter(Precision.FOUR_BIT::agreesWith)).isPresent();
    }

    @Test
    void layersNamedAsMolmosAre_getItsMappings_andItsHeadStaysAsItIs() throws Exception {
        FoundModel plain = made("molmo-like");

        FoundModel quantized = quantized("molmo-like", "--trust-remote-code");

        assertThat(quantized.precision().filter(Precision.FOUR_BIT::agreesWith)).isPresent();
        assertThat(parameters(quantized)).isEqualTo(parameters(plain));
        assertThat(quantized.bytesByType()).containsKey("I32");
        String recipe = Files.readString(folder.resolve("molmo-like-awq/recipe.yaml"));
        assertThat(recipe).contains("attn_norm", "att_proj", "ff_norm", "ff_proj", "transformer.ff_out");
    }

    private FoundModel made(String kind) throws IOException, InterruptedException {
        python(List.of(MAKER.toString(), kind, folder.resolve(kind).toString()));
        return ModelFiles.read(folder.resolve(kind));
    }

    private FoundModel quantized(String kind, String... more) throws IOException, InterruptedException {
        Path result = folder.resolve(kind + "-awq");
        List<String> arguments = new ArrayList<>(List.of(
                QUANTIZER.toString(),
                folder.resolve(kind).toString(),
                result.toString(),
                "--text",
                TEXT.toString(),
                "--samples",
                "16",
                "--length",
                "64"));
        arguments.addAll(List.of(more));
        python(arguments);
        return ModelFiles.read(result);
    }

    private static long parameters(FoundModel model) {
        return model.facts().number(FactKey.PARAMETERS).orElseThrow();
    }

    private void python(List<String> arguments) throws IOException, InterruptedException {
        String python = Optional.ofNullable(System.getenv("QUANTIZER_PYTHON"))
                .orElseThrow(() -> new AssertionError("QUANTIZER_PYTHON is not set: ci/quantize-tiny.sh brings one"));
        List<String> command = new ArrayList<>(List.of(python));
        command.addAll(arguments);
        Path log = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("HF_HOME", folder.resolve("hf").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(9, TimeUnit.MINUTES)).as("ended in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
