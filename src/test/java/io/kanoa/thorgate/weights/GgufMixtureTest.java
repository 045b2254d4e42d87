package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kanoa.thorgate.plan.StandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GgufMixtureTest {

    private static final StandIn SHAPE = new StandIn(1, 256, 512, 4, 2, 64, 3);

    @ParameterizedTest
    @EnumSource(GgufMixture.class)
    void everyMixture_readsBackWithItsTypes(GgufMixture mixture, @TempDir Path folder) throws IOException {
        StandInWriter writer = new StandInWriter(SHAPE, mixture);
        Path file = Files.write(folder.resolve("tiny.gguf"), bytes(mixture));

        Map<String, Long> bytesByType = ModelFiles.read(file).bytesByType();

        assertThat(Files.size(file)).isEqualTo(writer.size());
        assertThat(bytesByType)
                .containsKeys("F32", mixture.typeOf("blk.0.attn_q").name());
        assertThat(GgufHeader.read(file).number("general.file_type")).hasValue(mixture.fileType());
    }

    @Test
    void mediumMixture_keepsSomeMatricesFiner() {
        assertThat(GgufMixture.Q4_K_M.typeOf("blk.0.attn_v")).isEqualTo(GgmlType.Q6_K);
        assertThat(GgufMixture.Q4_K_M.typeOf("blk.0.attn_q")).isEqualTo(GgmlType.Q4_K);
        assertThat(GgufMixture.Q4_0.typeOf("blk.0.attn_v")).isEqualTo(GgmlType.Q4_0);
        assertThat(GgufMixture.Q4_0.typeOf("output")).isEqualTo(GgmlType.F16);
    }

    @Test
    void sameSeed_givesTheSameBlocks() throws IOException {
        assertThat(bytes(GgufMixture.Q4_K_M)).isEqualTo(bytes(GgufMixture.Q4_K_M));
    }

    @Test
    void rowsThatAreNotWholeBlocks_areRefused() {
        StandIn narrow = new StandIn(1, 128, 512, 4, 2, 64, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StandInWriter(narrow, GgufMixture.Q4_K_M))
                .withMessageContaining("rows of 128 are not made of whole blocks of Q4_K");
    }

    private static byte[] bytes(GgufMixture mixture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StandInWriter(SHAPE, mixture).write(out);
        return out.toByteArray();
    }
}
