package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kanoa.thorgate.report.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads a results file. What an older file lacks is empty or unknown, and what a newer one has beside it is passed over, as
 * long as the first number of its {@code schema_version} is ours.
 */
public final class ResultsReader {

    private static final String VERSION = "1.";
    private static final int LONGEST_MESSAGE = 300;
    private static final long LONGEST = 1 << 28;

    private ResultsReader() {}

    /**
     * The run that {@code file} tells of.
     *
     * @throws UnreadableResultsException if it is not there, no results file, or of another schema
     */
    public static RunView read(Path file) {
        RunView run = parse(file);
        if (!run.schemaVersion().startsWith(VERSION)) {
            throw new UnreadableResultsException(file + " has schema_version \"" + run.schemaVersion()
                    + "\", and this version reads " + VERSION + "x; use the version of Thor Gate that wrote it");
        }
        return run;
    }

    private static RunView parse(Path file) {
        try {
            long size = Files.size(file);
            if (size > LONGEST) {
                throw new UnreadableResultsException(file + " is no results file: it has " + size + " bytes; " + LONGEST
                        + " are the most that are read");
            }
            RunView run = Mapper.JSON.readValue(file.toFile(), RunView.class);
            if (run == null) {
                throw new UnreadableResultsException(file + " is no results file: it holds null");
            }
            return run;
        } catch (NoSuchFileException e) {
            throw new UnreadableResultsException(
                    "no results at " + file + "; run the gate first, or name the folder with -Dgate.results=FOLDER", e);
        } catch (JsonProcessingException e) {
            throw new UnreadableResultsException(
                    file + " is no results file: " + PlainText.line(String.valueOf(e.getMessage()), LONGEST_MESSAGE),
                    e);
        } catch (IOException e) {
            throw new UnreadableResultsException("can't read " + file + ": " + e, e);
        }
    }
}
