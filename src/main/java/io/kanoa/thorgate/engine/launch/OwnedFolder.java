package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.launch.custodian.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder among the system's temporary files, that says whose it is: what a killed run left of it, the next one removes. Closing
 * it deletes it with all that is in it.
 *
 * @param path readable by its user alone
 */
public record OwnedFolder(Path path) implements AutoCloseable {

    private static final String PREFIX = "thor-gate-";
    private static final String OWNER = "owner";

    /** Of a folder that does not say whose it is: its owner was killed just then, unless it is quite new. */
    private static final Duration NAMELESS = Duration.ofHours(1);

    /**
     * A new one.
     *
     * @param purpose a word for its name
     */
    public static OwnedFolder make(String purpose) {
        try {
            Path path = Files.createTempDirectory(PREFIX + purpose + "-");
            Files.writeString(path.resolve(OWNER), Owner.current().toString());
            return new OwnedFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made; is the disk full?", e);
        }
    }

    /** Removes those whose owners are gone. */
    public static void removeAbandoned() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                OwnedFolder found = new OwnedFolder(folder);
                if (found.isAbandoned()) {
                    found.close();
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What can't be listed can't be removed; the system clears its temporary files itself some day.
            return;
        }
    }

    /** What another program still writes or holds may stay behind. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException busy) {
            path.toFile().deleteOnExit();
        }
    }

    private boolean isAbandoned() {
        Path note = path.resolve(OWNER);
        try {
            return Files.exists(note)
                    ? Owner.parse(Files.readString(note).strip())
                            .filter(Owner.current()::mayReap)
                            .isPresent()
                    : Files.isDirectory(path) && isNameless();
        } catch (IOException e) {
            // Somebody else's.
            return false;
        }
    }

    private boolean isNameless() throws IOException {
        try (Stream<Path> inside = Files.list(path)) {
            Instant old = Instant.now().minus(NAMELESS);
            return inside.findAny().isEmpty()
                    && Files.getLastModifiedTime(path).toInstant().isBefore(old);
        }
    }
}
