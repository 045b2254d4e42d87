package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the values of a GGUF header one after the other. Lengths in the file are not trusted. */
final class GgufReader {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_TEXT = 1 << 22;
    private static final int MOST_KEPT = 1 << 23;
    private static final long LONGEST_HEADER = 1 << 28;

    private final FileChannel channel;
    private long kept;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    GgufReader(FileChannel channel) {
        this.channel = channel;
        buffer.limit(0);
    }

    int int32() throws IOException {
        return need(Integer.BYTES).getInt();
    }

    long int64() throws IOException {
        return need(Long.BYTES).getLong();
    }

    /** A text of at most {@code longest} bytes. */
    String text(int longest) throws IOException {
        byte[] bytes = new byte[length(longest)];
        need(bytes.length).get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The next value with its type in front; empty for an array, which is skipped. */
    Optional<Object> value() throws IOException {
        GgufValueType type = GgufValueType.of(int32());
        if (type == GgufValueType.ARRAY) {
            skipArray();
            return Optional.empty();
        }
        return Optional.of(kept(scalar(type)));
    }

    /** Texts of array elements come and go; those of keys stay, so their sum is bounded. */
    private Object kept(Object value) throws IOException {
        kept += value instanceof String text ? text.length() : Long.BYTES;
        if (kept > MOST_KEPT) {
            throw new IllegalArgumentException(
                    "more than " + MOST_KEPT + " characters of metadata at byte " + position());
        }
        return value;
    }

    private Object scalar(GgufValueType type) throws IOException {
        return switch (type) {
            case UINT8 -> (long) (need(1).get() & 0xFF);
            case INT8 -> (long) need(1).get();
            case UINT16 -> (long) (need(2).getShort() & 0xFFFF);
            case INT16 -> (long) need(2).getShort();
            case UINT32 -> Integer.toUnsignedLong(int32());
            case INT32 -> (long) int32();
            case FLOAT32 -> (double) need(4).getFloat();
            case BOOL -> need(1).get() != 0;
            case STRING -> text(LONGEST_TEXT);
            case UINT64, INT64 -> int64();
            case FLOAT64 -> need(8).getDouble();
            case ARRAY -> throw new IllegalArgumentException("an array within an array");
        };
    }

    private void skipArray() throws IOException {
        GgufValueType type = GgufValueType.of(int32());
        int count = length(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            if (type.bytes() > 0) {
                need(type.bytes()).position(buffer.position() + type.bytes());
            } else {
                scalar(type);
            }
        }
    }

    private int length(long most) throws IOException {
        long length = int64();
        if (length < 0 || length > Math.min(most, channel.size())) {
            throw new IllegalArgumentException("a length of " + length + " at byte " + position());
        }
        return (int) length;
    }

    private ByteBuffer need(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            refill(bytes);
        }
        return buffer;
    }

    private void refill(int bytes) throws IOException {
        if (channel.position() > LONGEST_HEADER) {
            throw new IllegalArgumentException("more than " + LONGEST_HEADER + " bytes of header");
        }
        ByteBuffer next = ByteBuffer.allocate(Math.max(bytes, BUFFER_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        next.put(buffer);
        while (next.position() < bytes && channel.read(next) >= 0) {
            // reads until there is enough or the file ends
        }
        buffer = next.flip();
        if (buffer.remaining() < bytes) {
            throw new IllegalArgumentException("it ends within its header, at byte " + channel.size());
        }
    }

    /** Byte of the file that is read next. */
    long position() throws IOException {
        return channel.position() - buffer.remaining();
    }
}
