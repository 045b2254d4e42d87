package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.StandIn;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a {@link StandInCache}: where they lie, whether they are sound, which have to go. */
final class StandInFolder {

    /** Part of every name; raised when {@link StandInWriter} writes other bytes for the same shape. */
    private static final String FORMAT = "stand-in-v1";

    private static final String MODEL = ".gguf";
    private static final String NOTE = ".sha256";
    private static final String UNFINISHED = ".part";

    private final Path path;
    private final long limit;

    StandInFolder(Path path, long limit) {
        this.path = path;
        this.limit = limit;
    }

    Path path() {
        return path;
    }

    Path fileOf(StandIn s) {
        return path.resolve(String.join(
                        "-",
                        FORMAT,
                        "l" + s.layers(),
                        "w" + s.width(),
                        "f" + s.feedForward(),
                        "h" + s.heads(),
                        "k" + s.keyValueHeads(),
                        "c" + s.context(),
                        "s" + s.seed())
                + MODEL);
    }

    Path unfinished(Path file) {
        return path.resolve(file.getFileName() + UNFINISHED);
    }

    /** Whether the file is the one that was made: size, hash and header. */
    boolean isSound(Path file) throws IOException {
        Path note = noteOf(file);
        return Files.isRegularFile(file)
                && Files.isRegularFile(note)
                && Files.size(note) < 1000
                && noteIn(note).endsWith(" " + Files.size(file) + "\n")
                && noteIn(note).equals(FileDigest.of(file).toLine())
                && hasHeader(file);
    }

    /** Moves a finished file to its place and notes its digest. */
    void publish(Path unfinished, Path file, FileDigest digest) throws IOException {
        Path note = unfinished(noteOf(file));
        Files.writeString(note, digest.toLine(), StandardOpenOption.CREATE, StandardOpenOption.DSYNC);
        Files.move(note, noteOf(file), StandardCopyOption.ATOMIC_MOVE);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        force();
    }

    /** Deletes what makers that died have left. Only the holder of the lock makes files, so all of it is theirs. */
    void deleteLeftovers() throws IOException {
        for (Path leftover : filesEndingWith(UNFINISHED)) {
            Files.deleteIfExists(leftover);
        }
    }

    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(noteOf(file));
    }

    /** Notes that a file was used just now. */
    void touch(Path file) throws IOException {
        Files.setLastModifiedTime(noteOf(file), FileTime.from(Instant.now()));
    }

    /** Deletes what was used longest ago until {@code needed} more bytes stay within the limit. */
    void makeRoom(long needed) throws IOException {
        if (needed > limit) {
            throw new IllegalArgumentException("A stand-in of " + needed + " bytes exceeds the limit of " + limit
                    + " bytes for " + path + "; give it fewer layers or a smaller width");
        }
        List<Path> models = filesEndingWith(MODEL).stream()
                .sorted(Comparator.comparing(this::lastUse))
                .toList();
        long taken = 0;
        for (Path model : models) {
            taken += Files.size(model);
        }
        for (Path model : models) {
            if (taken + needed <= limit) {
                return;
            }
            taken -= Files.size(model);
            delete(model);
        }
    }

    private FileTime lastUse(Path model) {
        try {
            return Files.getLastModifiedTime(noteOf(model));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static boolean hasHeader(Path file) {
        try {
            return GgufHeader.read(file).tensors() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String noteIn(Path note) throws IOException {
        return Files.readString(note, StandardCharsets.ISO_8859_1);
    }

    private static Path noteOf(Path file) {
        return file.resolveSibling(file.getFileName() + NOTE);
    }

    private List<Path> filesEndingWith(String ending) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }

    /** Makes the moves themselves last, on systems where a folder can be opened. */
    private void force() {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows can't open a folder; there a crash may cost the file, which is then made anew.
            return;
        }
    }
}
