package io.kanoa.thorgate.weights.tiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a safetensors file: the header's length in 8 bytes, the header as JSON that names type, shape and place of each tensor,
 * then their data. Format: the README of the format's reference library.
 */
final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode header = json.createObjectNode();
    private final List<byte[]> data = new ArrayList<>();
    private long size;

    SafetensorsWriter() {
        header.putObject("__metadata__").put("format", "pt");
    }

    /**
     * @param data little-endian
     * @param shape none for a single number
     */
    void add(String name, String type, byte[] data, int... shape) {
        ObjectNode tensor = header.putObject(name).put("dtype", type);
        ArrayNode lengths = tensor.putArray("shape");
        for (int length : shape) {
            lengths.add(length);
        }
        tensor.putArray("data_offsets").add(size).add(size + data.length);
        size += data.length;
        this.data.add(data);
    }

    void write(Path file) throws IOException {
        byte[] head = padded(json.writeValueAsBytes(header));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(head.length)
                    .array());
            out.write(head);
            for (byte[] tensor : data) {
                out.write(tensor);
            }
        }
    }

    private static byte[] padded(byte[] head) {
        int blanks = (ALIGNMENT - head.length % ALIGNMENT) % ALIGNMENT;
        return (new String(head, StandardCharsets.UTF_8) + " ".repeat(blanks)).getBytes(StandardCharsets.UTF_8);
    }
}
