package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsHeaderTest {

    @TempDir
    private Path folder;

    @Test
    void referenceFile_isReadTensorByTensor() throws IOException {
        List<SafetensorsTensor> tensors = read(Fixtures.folder("single").resolve("model.safetensors"));
        assertThat(tensors)
                .hasSize(7)
                .filteredOn(tensor -> tensor.name().equals("model.embed_tokens.weight"))
                .singleElement()
                .satisfies(tensor -> {
                    assertThat(tensor.type()).isEqualTo(SafetensorsType.BF16);
                    assertThat(tensor.shape()).containsExactly(24L, 8L);
                    assertThat(tensor.bytes()).isEqualTo(384);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[1152921504606846976,16],\"data_offsets\":[0,8]}} | no file is as large",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,9223372036854775807]}} | takes 8 bytes",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}} | no length or offset",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[-4],\"data_offsets\":[0,8]}} | a length of -4",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[4.5],\"data_offsets\":[0,8]}} | no length or offset",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[8,0]}} | data from 8 to 0",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[-8,0]}} | data from -8 to 0",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[8,16]}} | 8 bytes follow the header",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[0,6]}} | tensors have 6 bytes, but 8",
                "{\"a\":{\"dtype\":\"F17\",\"shape\":[4],\"data_offsets\":[0,8]}} | unknown dtype F17",
                "{\"a\":{\"dtype\":\"F4\",\"shape\":[3],\"data_offsets\":[0,1]}} | does not fill whole bytes",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[4]}} | needs dtype, shape and data_offsets",
                "{\"a\":7} | expected START_OBJECT",
                "[1] | expected START_OBJECT",
                "{\"a\":{\"dtype\":\"F16\" | Unexpected end-of-input",
                "{\"a\":{},\"a\":{}} | 'a': needs dtype",
            })
    void hostileHeader_isRefusedWithFileAndByte(String json, String problem) throws IOException {
        Path file = Fixtures.safetensors(folder.resolve("hostile.safetensors"), json, 8);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hostile.safetensors at byte ")
                .hasMessageContaining(problem);
    }

    @Test
    void nameThatComesTwice_isRefused() throws IOException {
        String tensor = "\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}";
        Path file = Fixtures.safetensors(folder.resolve("twice.safetensors"), "{" + tensor + "," + tensor + "}", 16);
        assertThatThrownBy(() -> read(file)).hasMessageContaining("Duplicate");
    }

    @Test
    void fileCutAnywhere_isRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Fixtures.folder("single").resolve("model.safetensors"));
        for (int length = 0; length < whole.length; length += 41) {
            Path file = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(file))
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cut.safetensors at byte ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 18446744073709551615 bytes",
        "9223372036854775807, 9223372036854775807 bytes",
        "33554433, a header of 33554433 bytes",
        "33554432, a header of 33554432 bytes in a file of",
        "0, a header of 0 bytes"
    })
    void absurdHeaderLength_isRefusedBeforeAnythingIsAllocated(long length, String problem) throws IOException {
        Path file = Fixtures.safetensors(folder.resolve("long.safetensors"), length, "{}", 0);
        long before = allocated();
        assertThatThrownBy(() -> read(file)).hasMessageContaining(problem);
        assertThat(allocated() - before).isLessThan(4 << 20);
    }

    @Test
    void deepJson_isRefused() throws IOException {
        String deep = "{\"__metadata__\":{\"a\":" + "[".repeat(100_000);
        Path file = Fixtures.safetensors(folder.resolve("deep.safetensors"), deep, 0);
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("nesting depth");
    }

    @Test
    void longHeader_isReadWithoutKeepingIt() throws IOException {
        StringBuilder json = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        for (int i = 0; i < 20_000; i++) {
            json.append(",\"layer.").append(i).append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        Path file = Fixtures.safetensors(
                folder.resolve("long.safetensors"), json.append('}').toString(), 0);
        int[] tensors = {0};
        SafetensorsHeader.read(file, tensor -> tensors[0]++);
        assertThat(tensors[0]).isEqualTo(20_000);
    }

    @Test
    void moreTensorsThanAnyModelHas_areRefused() throws IOException {
        StringBuilder json = new StringBuilder("{\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}");
        for (int i = 0; i < SafetensorsHeader.MOST_TENSORS; i++) {
            json.append(",\"").append(i).append("\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }
        Path file = Fixtures.safetensors(
                folder.resolve("many.safetensors"), json.append('}').toString(), 0);
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("many.safetensors at byte ")
                .hasMessageContaining("more than 300000 tensors");
    }

    @Test
    void bytesChanged_givesTensorsOrAnIoException() throws IOException {
        byte[] whole = Files.readAllBytes(Fixtures.folder("awq").resolve("model.safetensors"));
        long header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
        int refused = 0;
        for (int i = 0; i < header + Long.BYTES; i += 3) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x15;
            Path file = Files.write(folder.resolve("changed.safetensors"), changed);
            refused += refused(file);
        }
        assertThat(refused).isGreaterThan((int) (header / 9));
    }

    private static int refused(Path file) {
        try {
            read(file);
            return 0;
        } catch (IOException e) {
            return 1;
        }
    }

    static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static List<SafetensorsTensor> read(Path file) throws IOException {
        List<SafetensorsTensor> tensors = new ArrayList<>();
        SafetensorsHeader.read(file, tensors::add);
        return tensors;
    }
}
