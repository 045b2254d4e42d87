package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.WholeFile;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The results file, for programs and for comparing two runs by eye. Each number has its unit beside it and each value its
 * formula; what is not known is null. It may be written after every row: a reader always finds a whole file, which says
 * {@code "complete": false} and NO-GO until the last row has ended.
 */
public final class ResultsJson {

    /** Name of the file in the gate's folder. */
    public static final String FILE_NAME = "benchmark_results.json";

    private final Path file;
    private final Map<RowResult, RowText> texts = new IdentityHashMap<>();

    /** Writes into {@code gateFolder}, which is made where it is missing. */
    public ResultsJson(Path gateFolder) {
        this.file = gateFolder.resolve(FILE_NAME);
    }

    /**
     * Replaces the file by the run as it stands.
     *
     * @return the file
     * @throws java.io.UncheckedIOException if it can't be written
     */
    public Path write(RunResult run) {
        JsonNode json = RunJson.of(run, row -> texts.computeIfAbsent(row, RowText::of));
        WholeFile.write(file, out -> PrettyJson.write(json, out));
        return file;
    }
}
