package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes GGUF version 3: a header, metadata, the list of tensors, then their data, each tensor aligned.
 * Format: ggml's {@code docs/gguf.md}.
 */
final class GgufWriter {

    static final int MAGIC = 0x46554747;
    static final int VERSION = 3;
    static final int ALIGNMENT = 32;

    private final byte[] head;
    private final List<GgufTensor> tensors;

    GgufWriter(GgufMetadata metadata, List<GgufTensor> tensors) {
        this.tensors = List.copyOf(tensors);
        this.head = head(metadata).toByteArray();
    }

    /** Source of a tensor's values. */
    @FunctionalInterface
    interface TensorData {
        /** Writes exactly {@link GgufTensor#bytes()} bytes, little-endian. */
        void write(GgufTensor tensor, OutputStream out) throws IOException;
    }

    /** Bytes of the whole file. */
    long size() {
        return aligned(head.length)
                + tensors.stream().mapToLong(t -> aligned(t.bytes())).sum();
    }

    void write(OutputStream out, TensorData data) throws IOException {
        out.write(head);
        pad(out, head.length);
        for (GgufTensor tensor : tensors) {
            data.write(tensor, out);
            pad(out, tensor.bytes());
        }
    }

    private LittleEndian head(GgufMetadata metadata) {
        LittleEndian result = new LittleEndian()
                .int32(MAGIC)
                .int32(VERSION)
                .int64(tensors.size())
                .int64(metadata.count())
                .append(metadata.encoded());
        long offset = 0;
        for (GgufTensor tensor : tensors) {
            describe(tensor, offset, result);
            offset += aligned(tensor.bytes());
        }
        return result;
    }

    private static void describe(GgufTensor tensor, long offset, LittleEndian out) {
        out.text(tensor.name()).int32(tensor.shape().size());
        tensor.shape().forEach(out::int64);
        out.int32(tensor.type().code()).int64(offset);
    }

    private static long aligned(long size) {
        return Math.floorDiv(size + ALIGNMENT - 1, ALIGNMENT) * ALIGNMENT;
    }

    private static void pad(OutputStream out, long written) throws IOException {
        out.write(new byte[(int) (aligned(written) - written)]);
    }
}
