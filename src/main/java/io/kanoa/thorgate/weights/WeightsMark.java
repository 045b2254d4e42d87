package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells a model's files from others: SHA-256 over each file's name, size, and 64 blocks of 64 KiB spread evenly from its first
 * to its last byte. Reads 4 MiB a file, so that hundreds of gigabytes take no time. Two files that differ only between those
 * blocks get the same mark, as other weights of one model do not.
 */
public final class WeightsMark {

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 64;
    private static final int SHOWN = 16;

    private final MessageDigest digest;

    private WeightsMark() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The mark of a file, or of the weights in a folder, as 16 hexadecimal digits.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    public static String of(Path fileOrFolder) {
        WeightsMark mark = new WeightsMark();
        try {
            for (Path file : files(fileOrFolder)) {
                mark.add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the weights in " + fileOrFolder + " cannot be read", e);
        }
        return HexFormat.of().formatHex(mark.digest.digest()).substring(0, SHOWN);
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> all = Files.list(fileOrFolder)) {
            return all.filter(file -> file.toString().matches(".*\\.(safetensors|gguf|bin|json)"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private void add(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            digest.update((file.getFileName() + " " + size + "\n").getBytes(StandardCharsets.UTF_8));
            long last = Math.max(0, size - BLOCK);
            for (int i = 0; i < BLOCKS; i++) {
                ByteBuffer block = ByteBuffer.allocate(BLOCK);
                channel.read(block, last / (BLOCKS - 1) * i + (i == BLOCKS - 1 ? last % (BLOCKS - 1) : 0));
                digest.update(block.flip());
            }
        }
    }
}
