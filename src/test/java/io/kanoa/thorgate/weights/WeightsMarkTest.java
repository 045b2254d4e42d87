package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsMarkTest {

    private static final int SIZE = 10_000_000;

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] weights(long seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void otherWeightsOfOneSize_haveAnotherMark_theSameHaveTheSame() throws IOException {
        String mark = WeightsMark.of(file("a.gguf", weights(1)));

        assertThat(mark).matches("[0-9a-f]{16}");
        assertThat(WeightsMark.of(file("a.gguf", weights(1)))).isEqualTo(mark);
        assertThat(WeightsMark.of(file("a.gguf", weights(2)))).isNotEqualTo(mark);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30_000, SIZE - 1})
    void headAndEnd_countToTheLastByte(int index) throws IOException {
        byte[] bytes = weights(1);
        String mark = WeightsMark.of(file("a.gguf", bytes));
        bytes[index] ^= 1;

        assertThat(WeightsMark.of(file("a.gguf", bytes))).isNotEqualTo(mark);
    }

    @Test
    void folder_countsItsWeightsAndDescriptions_andNothingElse() throws IOException {
        file("model-1.safetensors", weights(1));
        String mark = WeightsMark.of(folder);
        file("README.md", new byte[] {1});
        assertThat(WeightsMark.of(folder)).isEqualTo(mark);

        file("config.json", new byte[] {1});
        String described = WeightsMark.of(folder);
        file("model-2.safetensors", new byte[] {1});

        assertThat(described).isNotEqualTo(mark);
        assertThat(WeightsMark.of(folder)).isNotEqualTo(described);
    }

    @Test
    void tinyAndEmptyFiles_haveMarksToo() throws IOException {
        assertThat(WeightsMark.of(file("a.gguf", new byte[0])))
                .isNotEqualTo(WeightsMark.of(file("b.gguf", new byte[1])));
    }

    @Test
    void fileThatIsNotThere_isTold() {
        assertThatThrownBy(() -> WeightsMark.of(folder.resolve("none.gguf")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.gguf");
    }
}
