package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a GGUF file says about itself; arrays (the vocabulary) are skipped.
 *
 * @param version of the format
 * @param tensors number of tensors in the file
 * @param values metadata by key: {@link Long}, {@link Double}, {@link Boolean} or {@link String}
 */
public record GgufHeader(int version, long tensors, Map<String, Object> values) {

    private static final long MOST_ENTRIES = 100_000;
    private static final long MOST_TENSORS = 1_000_000;
    private static final int LONGEST_KEY = 1 << 16;

    public GgufHeader {
        values = Map.copyOf(values);
    }

    /**
     * Reads a file's header.
     *
     * @throws IOException if it can't be read or is not a GGUF file of version 2 or 3; the message names the file
     */
    public static GgufHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return read(new GgufReader(channel));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a usable GGUF file: " + e.getMessage(), e);
        }
    }

    /** A whole number, or empty where the key is missing or something else. */
    public OptionalLong number(String key) {
        return values.get(key) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** A text, or empty where the key is missing or something else. */
    public Optional<String> text(String key) {
        return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A flag, or empty where the key is missing or something else. */
    public Optional<Boolean> flag(String key) {
        return values.get(key) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** Leaves the reader at the first tensor. */
    static GgufHeader read(GgufReader in) throws IOException {
        require(in.int32() == GgufWriter.MAGIC, "it does not begin with GGUF");
        int version = in.int32();
        require(version == 2 || version == 3, "version " + version + " is not 2 or 3");
        long tensors = in.int64();
        require(tensors >= 0 && tensors <= MOST_TENSORS, tensors + " tensors at byte 8");
        long entries = in.int64();
        require(entries >= 0 && entries <= MOST_ENTRIES, entries + " metadata entries at byte 16");
        Map<String, Object> values = new LinkedHashMap<>();
        for (long i = 0; i < entries; i++) {
            String key = in.text(LONGEST_KEY);
            in.value().ifPresent(value -> values.put(key, value));
        }
        return new GgufHeader(version, tensors, values);
    }

    private static void require(boolean kept, String problem) {
        if (!kept) {
            throw new IllegalArgumentException(problem);
        }
    }
}
