package io.kanoa.thorgate.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Small files that say what a machine is. */
final class IdentityFiles {

    private static final int LIMIT = 256 * 1024;

    private final Path root;

    IdentityFiles(Path root) {
        this.root = root;
    }

    /** The text of a file, or nothing where it cannot be read. The device tree ends its strings with NUL: lines here. */
    Optional<String> text(String file) {
        try (InputStream in = Files.newInputStream(root.resolve(file))) {
            return Optional.of(new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8).replace('\0', '\n'));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
