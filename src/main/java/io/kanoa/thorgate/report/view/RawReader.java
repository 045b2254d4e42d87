package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import io.kanoa.thorgate.report.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads the raw data of rows, beside a results file. Nothing outside the folder of that file is ever read. */
public final class RawReader {

    private static final Pattern BESIDE = Pattern.compile("raw/[A-Za-z0-9@_-][A-Za-z0-9@._-]*\\.jsonl\\.gz");
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 200;

    private final Path folder;

    /** @param resultsFile which the names in it are relative to */
    public RawReader(Path resultsFile) {
        this.folder =
                Optional.ofNullable(resultsFile.toAbsolutePath().getParent()).orElse(Path.of("/"));
    }

    /** The raw data of a row, as far as they are there and can be read. */
    public RawRow read(RowView row) {
        List<String> problems = new ArrayList<>();
        RowView.Raw raw = Optional.ofNullable(row.raw()).orElse(new RowView.Raw("", ""));
        List<RequestView> requests = lines(raw.timelines(), RequestView.class, problems).stream()
                .filter(request -> !request.phase().isEmpty())
                .toList();
        List<ReadingView> readings = lines(raw.samples(), ReadingView.class, problems).stream()
                .filter(reading -> !reading.values().isEmpty())
                .toList();
        return new RawRow(requests, readings, problems);
    }

    private <T> List<T> lines(String name, Class<T> type, List<String> problems) {
        if (name.isEmpty()) {
            return List.of();
        }
        if (!BESIDE.matcher(name).matches()) {
            problems.add(
                    "no raw data are read from " + name + ": they are expected in the folder raw beside the results");
            return List.of();
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            problems.add(name + " is not beside the results: plots that need every token's time are left out");
            return List.of();
        }
        return lines(file, name, type, problems);
    }

    private static <T> List<T> lines(Path file, String name, Class<T> type, List<String> problems) {
        List<T> lines = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER);
                MappingIterator<T> values = Mapper.JSON.readerFor(type).readValues(in)) {
            while (values.hasNext()) {
                lines.add(values.next());
            }
        } catch (IOException | RuntimeJsonMappingException e) {
            problems.add(name + " breaks off after " + lines.size() + " lines: "
                    + PlainText.line(String.valueOf(e.getMessage()), LONGEST));
        }
        return lines;
    }
}
