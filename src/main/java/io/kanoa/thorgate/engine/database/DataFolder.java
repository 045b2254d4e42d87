package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.launch.custodian.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder for a database's data, that says whose it is.
 *
 * @param path readable by its owner alone
 */
record DataFolder(Path path) {

    private static final String PREFIX = "thor-gate-database-";
    private static final String OWNER = "owner";

    /** A new one among the system's temporary files. */
    static DataFolder make() {
        try {
            Path path = Files.createTempDirectory(PREFIX);
            Files.writeString(path.resolve(OWNER), Owner.current().toString());
            return new DataFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made for a database; is the disk full?", e);
        }
    }

    /** Removes those whose owners are gone: runs of which the custodian was killed too. */
    static void removeAbandoned() {
        Owner us = Owner.current();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                DataFolder found = new DataFolder(folder);
                found.owner().filter(us::mayReap).ifPresent(gone -> found.remove());
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What can't be listed can't be removed; the system clears its temporary files itself some day.
            return;
        }
    }

    Path data() {
        return path.resolve("data");
    }

    /** Removes it with all that is in it, as far as it can be. */
    void remove() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException busy) {
            path.toFile().deleteOnExit();
        }
    }

    private Optional<Owner> owner() {
        try {
            return Owner.parse(Files.readString(path.resolve(OWNER)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
