package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.FactKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SmolLM2-135M-Instruct Q4_1, from the system property or the environment variable {@code SMOLLM2_GGUF}. */
@Tag("engines")
@Tag("weights")
class RealGgufTest {

    /** The expected numbers are those that ggml's own {@code gguf} package for Python reads from the file. */
    @Test
    void smolLm2_isReadAsTheReferenceReadsIt() throws IOException {
        FoundModel found = ModelFiles.read(file());
        assertThat(found.tensors()).isEqualTo(272);
        assertThat(found.bytesByType()).isEqualTo(Map.of("Q4_1", 66_355_200L, "Q8_0", 30_081_024L, "F32", 140_544L));
        assertThat(found.precision().orElseThrow().name()).isEqualTo("Q4_1");
        assertThat(found.parts()).hasValue(new WeightParts(66_495_744, 0, 30_081_024, 0, 0));
        assertThat(found.facts().number(FactKey.PARAMETERS)).hasValue(134_515_008);
        assertThat(found.facts().number(FactKey.LAYERS)).hasValue(30);
        assertThat(found.facts().number(FactKey.KEY_VALUE_HEADS)).hasValue(3);
        assertThat(found.facts().number(FactKey.HEAD_DIMENSION)).hasValue(64);
        assertThat(found.facts().number(FactKey.VOCABULARY)).hasValue(49_152);
        assertThat(found.facts().number(FactKey.MAX_CONTEXT)).hasValue(8192);
        assertThat(found.facts().tiedEmbeddings().orElseThrow().value()).isTrue();
    }

    private static Path file() {
        String path = System.getProperty("SMOLLM2_GGUF", System.getenv("SMOLLM2_GGUF"));
        return Path.of(Objects.requireNonNull(path, "Set SMOLLM2_GGUF to the file's path"));
    }
}
