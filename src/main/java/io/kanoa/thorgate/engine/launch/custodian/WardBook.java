package io.kanoa.thorgate.engine.launch.custodian;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which programs run, in files that outlive a killed custodian: the first process of each tells its group and session. Needed
 * because a program that sets its title erases its environment, and our marker with it.
 */
final class WardBook {

    private static final String ENDING = ".ward";

    private final Path folder;

    WardBook(Path folder) {
        this.folder = folder;
    }

    void enter(Marker marker, ProcessId root) {
        try {
            Files.createDirectories(folder);
            Files.write(file(marker), List.of(marker.toString(), root.pid() + " " + root.start()));
        } catch (IOException e) {
            // The marker alone still finds most programs.
            return;
        }
    }

    void strike(Marker marker) {
        try {
            Files.deleteIfExists(file(marker));
        } catch (IOException e) {
            // An entry of a program that is gone does no harm.
            return;
        }
    }

    /** The first processes of all programs that were entered by anyone and not struck. */
    Map<Marker, ProcessId> entries() {
        Map<Marker, ProcessId> entries = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                read(file, entries);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // No folder, no entries.
            return entries;
        }
        return entries;
    }

    private static void read(Path file, Map<Marker, ProcessId> into) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() == 2 && lines.get(1).matches("\\d{1,18} \\d{1,18}")) {
            String[] numbers = lines.get(1).split(" ");
            Optional<Marker> marker = Marker.parse(lines.get(0));
            marker.ifPresent(
                    found -> into.put(found, new ProcessId(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]))));
        }
    }

    private Path file(Marker marker) {
        return folder.resolve(marker.run() + "-" + marker.id() + ENDING);
    }
}
