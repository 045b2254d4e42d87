package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {

    @TempDir
    private Path folder;

    @Test
    void quantizedTensor_takesWholeBlocks() throws IOException {
        GgufFile gguf = GgufFile.read(file(tensor(new long[] {64, 2}, 3, 0), 80));
        assertThat(gguf.tally().bytesByType()).containsOnlyKeys("Q4_1").containsValue(80L);
        assertThat(gguf.tally().parameters()).isEqualTo(128);
    }

    @Test
    void rowOfPartialBlocks_isRefused() throws IOException {
        assertRefused(tensor(new long[] {33, 2}, 3, 0), "rows of 33 are not made of whole blocks of Q4_1");
    }

    @Test
    void shapeThatOverflows_isRefused() throws IOException {
        assertRefused(tensor(new long[] {1L << 40, 1L << 40}, 0, 0), "described at byte 24");
    }

    @Test
    void sizeThatOverflows_isRefused() throws IOException {
        assertRefused(tensor(new long[] {1L << 62}, 0, 0), "described at byte 24: long overflow");
    }

    @Test
    void negativeLength_isRefused() throws IOException {
        assertRefused(tensor(new long[] {-1}, 0, 0), "a length of 18446744073709551615");
    }

    @Test
    void offsetBeyondTheFile_isRefused() throws IOException {
        assertRefused(tensor(new long[] {4}, 0, Long.MAX_VALUE), "lie beyond the file");
    }

    @Test
    void dataThatTheFileLacks_isRefused() throws IOException {
        assertRefused(tensor(new long[] {16}, 0, 32), "its tensors end at byte");
    }

    @Test
    void tensorsThatShareData_areRefused() throws IOException {
        LittleEndian header = head(2);
        for (String name : List.of("a", "b")) {
            header.text(name).int32(1).int64(16).int32(0).int64(0);
        }
        assertRefused(header, "its tensors end at byte");
    }

    @Test
    void unknownType_isRefused() throws IOException {
        assertRefused(tensor(new long[] {4}, 9999, 0), "unknown tensor type 9999");
    }

    @Test
    void manyDimensions_areRefused() throws IOException {
        assertRefused(head(1).text("a").int32(-1), "4294967295 dimensions");
    }

    @Test
    void hugeTensorCount_isRefusedWithoutAllocatingIt() throws IOException {
        Path file = file(head(1L << 60), 0);
        long before = SafetensorsHeaderTest.allocated();
        assertThatThrownBy(() -> GgufFile.read(file)).hasMessageContaining("1152921504606846976 tensors at byte 8");
        assertThat(SafetensorsHeaderTest.allocated() - before).isLessThan(1 << 20);
    }

    @Test
    void longName_isRefusedWithoutAllocatingIt() throws IOException {
        Path file = file(head(1).int64(1L << 31), 0);
        long before = SafetensorsHeaderTest.allocated();
        assertThatThrownBy(() -> GgufFile.read(file)).hasMessageContaining("a length of 2147483648");
        assertThat(SafetensorsHeaderTest.allocated() - before).isLessThan(1 << 20);
    }

    @Test
    void fileCutAnywhere_isRefused() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new StandInWriter(StandIns.TINY).write(whole);
        for (int length : new int[] {0, 3, 20, 500, 5000, whole.size() / 2, whole.size() - 40}) {
            Path file = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole.toByteArray(), length));
            assertThatThrownBy(() -> GgufFile.read(file))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cut.gguf");
        }
    }

    private void assertRefused(LittleEndian header, String problem) throws IOException {
        Path file = file(header, 80);
        assertThatThrownBy(() -> GgufFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.gguf")
                .hasMessageContaining(problem);
    }

    private Path file(LittleEndian header, int dataBytes) throws IOException {
        byte[] head = header.toByteArray();
        return Files.write(folder.resolve("model.gguf"), Arrays.copyOf(head, (head.length + 31) / 32 * 32 + dataBytes));
    }

    private static LittleEndian head(long tensors) {
        return new LittleEndian()
                .int32(GgufWriter.MAGIC)
                .int32(3)
                .int64(tensors)
                .int64(0);
    }

    private static LittleEndian tensor(long[] shape, int type, long offset) {
        LittleEndian out = head(1).text("blk.0.ffn_up.weight").int32(shape.length);
        Arrays.stream(shape).forEach(out::int64);
        return out.int32(type).int64(offset);
    }
}
