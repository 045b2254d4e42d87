package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kanoa.thorgate.plan.StandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInWriterTest {

    @Test
    void sameShapeAndSeed_alwaysGiveTheSameBytes() throws IOException {
        assertThat(sha256(StandIns.TINY)).isEqualTo("af202392249023ed068ff8873e233cfccac7720d64240be42ee4315233acdc28");
    }

    @Test
    void otherSeed_givesOtherBytes() throws IOException {
        assertThat(sha256(StandIns.tiny(8))).isNotEqualTo(sha256(StandIns.TINY));
    }

    @Test
    void size_isToldBeforeWriting() throws IOException {
        assertThat(new StandInWriter(StandIns.TINY).size()).isEqualTo(bytes(StandIns.TINY).length);
    }

    @Test
    void header_readsBack(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("tiny.gguf"), bytes(StandIns.TINY));
        GgufHeader header = GgufHeader.read(file);
        assertThat(header.version()).isEqualTo(3);
        assertThat(header.tensors()).isEqualTo(3 + 2 * 9);
        assertThat(header.text("general.architecture")).contains("llama");
        assertThat(header.number("llama.context_length")).hasValue(512);
        assertThat(header.number("llama.attention.head_count_kv")).hasValue(2);
        assertThat(header.flag("tokenizer.ggml.add_bos_token")).contains(false);
        assertThat(header.values()).containsEntry("llama.attention.layer_norm_rms_epsilon", (double) 1e-5f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 128 | 256 | 4 | 2 | at least 1",
                "2 | 128 | 256 | 3 | 1 | multiple of heads",
                "2 | 128 | 256 | 4 | 3 | multiple of keyValueHeads",
                "2 | 96 | 256 | 32 | 2 | must be even",
                "2 | 100 | 256 | 2 | 2 | multiple of 32",
                "2 | 128 | 250 | 4 | 2 | feedForward"
            })
    void impossibleShape_isRefusedWithTheRule(
            int layers, int width, int feedForward, int heads, int keyValueHeads, String rule) {
        StandIn shape = new StandIn(layers, width, feedForward, heads, keyValueHeads, 512, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StandInWriter(shape))
                .withMessageContaining(rule)
                .withMessageContaining(shape.toString());
    }

    private static byte[] bytes(StandIn shape) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StandInWriter(shape).write(out);
        return out.toByteArray();
    }

    private static String sha256(StandIn shape) throws IOException {
        return HexFormat.of().formatHex(FileDigest.newDigest().digest(bytes(shape)));
    }
}
