package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The header of a GGUF file with its tensors added up. Layout: ggml's {@code docs/gguf.md}. */
record GgufFile(GgufHeader header, TensorTally tally) {

    private static final int MOST_DIMENSIONS = 4;
    private static final int LONGEST_NAME = 1024;

    /** @throws IOException if it is not a whole GGUF file of version 2 or 3; the message names file and byte */
    static GgufFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            GgufReader in = new GgufReader(channel);
            GgufHeader header = GgufHeader.read(in);
            return new GgufFile(header, tensors(in, header, channel.size()));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a usable GGUF file: " + e.getMessage(), e);
        }
    }

    private static TensorTally tensors(GgufReader in, GgufHeader header, long size) throws IOException {
        TensorTally tally = new TensorTally();
        long end = 0;
        for (long i = 0; i < header.tensors(); i++) {
            end = Math.max(end, tensor(in, size, tally));
        }
        long begin = aligned(in.position(), header.number("general.alignment").orElse(GgufWriter.ALIGNMENT));
        if (Math.max(end, tally.bytes()) > size - begin && header.tensors() > 0) {
            throw new IllegalArgumentException("its tensors end at byte " + begin + " + " + end + ", but it has " + size
                    + " bytes; copy the file again");
        }
        return tally;
    }

    /** Adds one tensor and gives the end of its data, from the begin of all data. */
    private static long tensor(GgufReader in, long size, TensorTally tally) throws IOException {
        long at = in.position();
        String name = in.text(LONGEST_NAME);
        try {
            long[] shape = shape(in);
            long elements = elements(shape);
            GgmlType type = type(in.int32());
            long bytes = type.bytes(shape.length == 0 ? 1 : shape[0], elements);
            tally.add(name, type.name(), elements, bytes);
            return end(in.int64(), bytes, size);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the tensor described at byte " + at + ": " + e.getMessage(), e);
        }
    }

    private static long[] shape(GgufReader in) throws IOException {
        int dimensions = in.int32();
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(Integer.toUnsignedString(dimensions) + " dimensions");
        }
        long[] shape = new long[dimensions];
        for (int i = 0; i < dimensions; i++) {
            shape[i] = in.int64();
        }
        return shape;
    }

    private static long elements(long[] shape) {
        long elements = 1;
        for (long length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("a length of " + Long.toUnsignedString(length));
            }
            elements = Math.multiplyExact(elements, length);
        }
        return elements;
    }

    private static GgmlType type(int code) {
        return GgmlType.of(code)
                .orElseThrow(() -> new IllegalArgumentException("unknown tensor type " + Integer.toUnsignedString(code)
                        + "; is the file newer than this program?"));
    }

    private static long end(long offset, long bytes, long size) {
        if (offset < 0 || offset > size || bytes > size - offset) {
            throw new IllegalArgumentException(bytes + " bytes at data offset " + Long.toUnsignedString(offset)
                    + " lie beyond the file's " + size);
        }
        return offset + bytes;
    }

    private static long aligned(long position, long alignment) {
        if (alignment <= 0 || alignment > 1 << 20) {
            throw new IllegalArgumentException("an alignment of " + alignment);
        }
        return (position + alignment - 1) / alignment * alignment;
    }
}
