package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Size and hash of a file, kept beside it as one line of text: hash, blank, size.
 *
 * @param sha256 in lower-case hexadecimal
 * @param size in bytes
 */
public record FileDigest(String sha256, long size) {

    private static final int READ_BYTES = 1 << 18;

    /** Reads the whole file. */
    public static FileDigest of(Path file) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[READ_BYTES];
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return of(digest, size);
    }

    static FileDigest of(MessageDigest digest, long size) {
        return new FileDigest(HexFormat.of().formatHex(digest.digest()), size);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The line that is kept; equal lines mean equal files. */
    String toLine() {
        return sha256 + " " + size + "\n";
    }
}
