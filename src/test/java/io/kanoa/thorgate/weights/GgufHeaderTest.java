package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufHeaderTest {

    @TempDir
    private Path folder;

    @Test
    void otherFile_isRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a model at all");
        assertThatThrownBy(() -> GgufHeader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining("does not begin with GGUF");
    }

    @Test
    void fileCutWithinItsHeader_isRefused() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new StandInWriter(StandIns.TINY).write(whole);
        Path file = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole.toByteArray(), 3000));
        assertThatThrownBy(() -> GgufHeader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a usable GGUF file");
    }

    @Test
    void hostileLength_isRefusedWithoutAllocatingIt() throws IOException {
        LittleEndian head = new LittleEndian()
                .int32(GgufWriter.MAGIC)
                .int32(3)
                .int64(0)
                .int64(1)
                .int64(Long.MAX_VALUE);
        Path file = Files.write(folder.resolve("hostile.gguf"), head.toByteArray());
        assertThatThrownBy(() -> GgufHeader.read(file)).hasMessageContaining("a length of " + Long.MAX_VALUE);
    }

    @Test
    void arrayAsLongAsAHugeFile_isNotReadToItsEnd() throws IOException {
        LittleEndian head = begun(1).text("k").int32(9).int32(0).int64(1L << 30);
        Path file = Files.write(folder.resolve("sparse.gguf"), head.toByteArray());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 31);
        }
        assertThatThrownBy(() -> GgufHeader.read(file)).hasMessageContaining("more than 268435456 bytes of header");
    }

    @Test
    void textsBeyondAllMeasure_areRefused() throws IOException {
        String text = "a".repeat(1 << 22);
        LittleEndian head = begun(3);
        for (int i = 0; i < 3; i++) {
            head.text("k" + i).int32(8).text(text);
        }
        Path file = Files.write(folder.resolve("texts.gguf"), head.toByteArray());
        assertThatThrownBy(() -> GgufHeader.read(file))
                .hasMessageContaining("more than 8388608 characters of metadata");
    }

    @Test
    void valuesOfEachType_areRead() throws IOException {
        GgufMetadata metadata = new GgufMetadata()
                .texts("list", List.of("a", "b"))
                .numbers("numbers", List.of(1, 2))
                .reals("reals", List.of(1f))
                .number("big", -1)
                .flag("flag", true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GgufWriter(metadata, List.of()).write(out, (tensor, to) -> {});
        GgufHeader header = GgufHeader.read(Files.write(folder.resolve("types.gguf"), out.toByteArray()));
        assertThat(header.values()).containsOnlyKeys("big", "flag");
        assertThat(header.number("big")).hasValue(4294967295L);
        assertThat(header.number("flag")).isEmpty();
    }

    private static LittleEndian begun(long entries) {
        return new LittleEndian().int32(GgufWriter.MAGIC).int32(3).int64(0).int64(entries);
    }
}
