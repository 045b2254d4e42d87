package io.kanoa.thorgate.report.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.json.FileNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The folder beside the results that holds a run that has not ended. It is gone when the run has. One gate at a time works with
 * it: the one that has the device.
 */
public final class CheckpointFolder {

    private static final String FOLDER = "checkpoint";
    private static final String ENDING = ".checkpoint";
    private static final String ASIDE = ".set-aside";
    private static final int LONGEST = 200;

    private final Path folder;
    private final Path runFile;

    /** @param gateFolder the folder of the results */
    public CheckpointFolder(Path gateFolder) {
        this.folder = path(gateFolder);
        this.runFile = folder.resolve("run" + ENDING);
    }

    /** Where it is below the folder of the results. */
    public static Path path(Path gateFolder) {
        return gateFolder.resolve(FOLDER);
    }

    /**
     * The run that was cut; empty where none was.
     *
     * @throws CheckpointException if it can't be read
     */
    public Optional<RunCheckpoint> run() {
        if (!Files.exists(runFile)) {
            return Optional.empty();
        }
        try (InputStream in = SealedBytes.read(runFile)) {
            JsonNode run = mapper(List.of()).readTree(in);
            int format = run.path("format").asInt();
            if (format != RunCheckpoint.FORMAT) {
                throw new CheckpointException(
                        runFile + " has format " + format + ", and this version goes on with format "
                                + RunCheckpoint.FORMAT + " alone" + CheckpointException.ANEW);
            }
            return Optional.of(mapper(List.of()).treeToValue(run, RunCheckpoint.class));
        } catch (IOException e) {
            throw new CheckpointException(
                    "the run that was cut can't be resumed, since " + runFile + " can't be read: " + reason(e)
                            + CheckpointException.ANEW,
                    e);
        }
    }

    /**
     * Forgets what is there, and keeps this.
     *
     * @throws UncheckedIOException if it can't be written
     */
    public void begin(RunCheckpoint run) {
        clear();
        write(run);
    }

    /** @throws UncheckedIOException if it can't be written */
    public void write(RunCheckpoint run) {
        SealedBytes.write(runFile, out -> mapper(List.of()).writeValue(out, run));
    }

    /**
     * Keeps a row.
     *
     * @param rows all of the run, this one among them
     * @throws UncheckedIOException if it can't be written
     */
    public void write(RowCheckpoint row, List<Row> rows) {
        SealedBytes.write(file(row.result().row()), out -> mapper(rows).writeValue(out, row));
    }

    /**
     * Those of {@code rows} that ended in the run with this id. A file that can't be read is set aside.
     *
     * @param asHeld what is held of each in memory, since there may be many
     */
    public CarriedRows rows(List<Row> rows, String run, UnaryOperator<RowResult> asHeld) {
        JsonMapper mapper = mapper(rows);
        Map<String, RowCheckpoint> byId = new HashMap<>();
        List<String> remarks = new ArrayList<>();
        for (Row row : rows) {
            Path file = file(row);
            try (InputStream in = SealedBytes.read(file)) {
                RowCheckpoint found = mapper.readValue(in, RowCheckpoint.class);
                if (found.run().equals(run) && found.result().row().equals(row)) {
                    byId.put(row.id(), new RowCheckpoint(run, asHeld.apply(found.result()), found.kept()));
                }
            } catch (NoSuchFileException e) {
                // It had not ended.
                continue;
            } catch (IOException e) {
                remarks.add(row.id() + " is measured again, since what was kept of it can't be read (" + reason(e)
                        + "): " + setAside(file));
            }
        }
        return new CarriedRows(byId, remarks);
    }

    /**
     * Forgets all.
     *
     * @throws UncheckedIOException if something can't be deleted
     */
    public void clear() {
        try {
            Files.deleteIfExists(runFile);
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                    for (Path file : files) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what an earlier run left in " + folder + " can't be deleted; delete it", e);
        }
    }

    private static String setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return "set aside as " + aside;
        } catch (IOException e) {
            return String.valueOf(file);
        }
    }

    private Path file(Row row) {
        return folder.resolve("row-" + FileNames.safe(row.id()) + ENDING);
    }

    private static String reason(IOException e) {
        return PlainText.line(String.valueOf(e.getMessage()), LONGEST);
    }

    private static JsonMapper mapper(List<Row> rows) {
        return RecordJson.of(rows);
    }
}
