package io.kanoa.thorgate.telemetry.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks around under {@code /sys}, whose files hold one value each. */
final class SysFiles {

    private SysFiles() {}

    /** The entries of a directory that fit a pattern, in the order of their names; none where it cannot be listed. */
    static List<Path> list(Path directory, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            entries.forEach(found::add);
        } catch (IOException e) {
            return List.of();
        }
        return found.stream().sorted().toList();
    }

    /** The text of a file without blanks around it; nothing where it is empty or cannot be read. */
    static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
