package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.history.kept.Entry;
import io.kanoa.thorgate.history.kept.KeptRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A history in a folder: one file to which lines are appended, each written and forced to the disk before the call returns. A
 * crash leaves at most one line in part. That one, and any whose checksum is wrong, is moved to a file beside the next time
 * somebody reads or appends, and is told; all others stay. A lock file keeps runs from writing into each other.
 */
final class FolderStore implements HistoryStore {

    static final String FILE = "history.jsonl";
    static final String ASIDE = "set-aside.txt";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final EntryJson json;
    private final Path file;

    FolderStore(Path folder) {
        this(folder, new EntryJson());
    }

    FolderStore(Path folder, EntryJson json) {
        this.folder = folder.toAbsolutePath();
        this.json = json;
        this.file = this.folder.resolve(FILE);
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public Optional<Shelf> shelf() {
        return Optional.of(new Shelf(folder.resolve("results")));
    }

    @Override
    public Contents read() {
        return locked("read", () -> {
            List<String> notes = new ArrayList<>();
            HistoryFile found = mended(notes);
            found.newer().ifPresent(notes::add);
            return new Contents(found.entries(), notes);
        });
    }

    @Override
    public void append(Entry entry) {
        locked("written", () -> {
            mended(new ArrayList<>());
            boolean isNew = !Files.exists(file);
            write(file, Line.of(json.encode(entry)), StandardOpenOption.APPEND);
            if (isNew) {
                forceFolder();
            }
            return true;
        });
    }

    @Override
    public int prune(Retention retention) {
        return locked("pruned", () -> {
            List<String> notes = new ArrayList<>();
            HistoryFile found = mended(notes);
            Set<KeptRun> going = retention.removable(new Contents(found.entries(), notes));
            if (!going.isEmpty()) {
                replace(found.bytes(part -> part.entry().filter(going::contains).isEmpty()));
            }
            return going.size();
        });
    }

    /** The file, after what is broken in it was set aside. */
    private HistoryFile mended(List<String> notes) throws IOException {
        HistoryFile found = HistoryFile.of(Files.exists(file) ? Files.readAllBytes(file) : new byte[0], json);
        if (found.broken().isEmpty()) {
            return found;
        }
        Path aside = folder.resolve(ASIDE);
        for (HistoryFile.Part part : found.broken()) {
            String reason = ((Decoded.Broken) part.decoded()).reason();
            notes.add("an entry of the history in " + folder + " cannot be read, since " + reason
                    + "; it was set aside in " + aside.getFileName() + ", the others are not touched");
        }
        write(aside, found.bytes(HistoryFile.Part::isBroken), StandardOpenOption.APPEND);
        write(aside, new byte[] {'\n'}, StandardOpenOption.APPEND);
        replace(found.bytes(part -> !part.isBroken()));
        return HistoryFile.of(Files.readAllBytes(file), json);
    }

    private void replace(byte[] content) throws IOException {
        Path written = folder.resolve(FILE + ".part");
        write(written, content, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    private static void write(Path file, byte[] content, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            for (ByteBuffer bytes = ByteBuffer.wrap(content); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Makes a new name in the folder last. */
    private void forceFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder, and needs none of this.
        }
    }

    /** What is done with the folder while no other run may touch it. */
    private interface Action<T> {
        T run() throws IOException;
    }

    private <T> T locked(String what, Action<T> action) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder.resolve("lock"), PATIENCE);
            try {
                return action.run();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new HistoryException(
                    "the history in " + folder + " cannot be " + what + " (" + e + "): give another folder with"
                            + " -Dgate.history=FOLDER, or -Dgate.history=off",
                    e);
        }
    }
}
