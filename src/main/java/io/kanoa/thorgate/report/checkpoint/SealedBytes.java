package io.kanoa.thorgate.report.checkpoint;

import io.kanoa.thorgate.report.Sha256;
import io.kanoa.thorgate.report.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compressed files whose first line is the SHA-256 of the rest. */
final class SealedBytes {

    private static final int HEAD = 64;

    private SealedBytes() {}

    /** @throws java.io.UncheckedIOException if it can't be written */
    static void write(Path file, WholeFile.Content content) {
        WholeFile.write(file, out -> {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (OutputStream zip = new GZIPOutputStream(compressed)) {
                content.writeTo(zip);
            }
            byte[] bytes = compressed.toByteArray();
            out.write((Sha256.of(bytes, 0) + "\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
        });
    }

    /**
     * What the file holds.
     *
     * @throws IOException if it can't be read, or its checksum is wrong
     */
    static InputStream read(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        String head = new String(Arrays.copyOf(all, Math.min(HEAD, all.length)), StandardCharsets.US_ASCII);
        if (all.length <= HEAD + 1 || !head.equals(Sha256.of(all, HEAD + 1))) {
            throw new IOException("its checksum is wrong");
        }
        return new GZIPInputStream(new ByteArrayInputStream(all, HEAD + 1, all.length - HEAD - 1));
    }
}
