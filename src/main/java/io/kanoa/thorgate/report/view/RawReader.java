package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.databind.MappingIterator;
import io.kanoa.thorgate.report.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the raw data of rows, beside a results file. Nothing outside the folder of that file is ever read. */
public final class RawReader {

    private static final Pattern BESIDE = Pattern.compile("raw/[A-Za-z0-9@_-][A-Za-z0-9@._-]*\\.jsonl\\.gz");
    private static final int LONGEST = 200;
    private static final int MOST_CHUNKS = 1 << 22;
    private static final int MOST_REQUESTS = 1 << 17;

    /** Takes in what a file holds. */
    private interface Content {
        void read(Unpacked in) throws IOException;
    }

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
        List<RequestView> requests = new ArrayList<>();
        read(raw.timelines(), in -> timelines(in, requests), problems);
        SamplesFile samples = new SamplesFile();
        read(raw.samples(), samples::read, problems);
        return new RawRow(requests, samples.readings(), problems);
    }

    private static void timelines(Unpacked in, List<RequestView> requests) throws IOException {
        int chunks = 0;
        try (MappingIterator<@Nullable RequestView> lines =
                Mapper.JSON.readerFor(RequestView.class).readValues(in)) {
            while (lines.hasNextValue()) {
                RequestView request = lines.nextValue();
                in.nextLine();
                if (request != null && !request.phase().isEmpty()) {
                    chunks += request.chunkNs().length + request.chunkTokens().length;
                    if (chunks > MOST_CHUNKS || requests.size() == MOST_REQUESTS) {
                        throw new IOException("it tells of more requests or tokens than can be held at a time");
                    }
                    requests.add(request);
                }
            }
        }
    }

    private void read(String name, Content content, List<String> problems) {
        if (name.isEmpty()) {
            return;
        }
        if (!BESIDE.matcher(name).matches()) {
            problems.add(
                    "no raw data are read from " + name + ": they are expected in the folder raw beside the results");
        } else if (!Files.isRegularFile(folder.resolve(name))) {
            problems.add(name + " is not beside the results: plots that need every token's time are left out");
        } else {
            read(folder.resolve(name), name, content, problems);
        }
    }

    private static void read(Path file, String name, Content content, List<String> problems) {
        try (Unpacked in = new Unpacked(Files.newInputStream(file))) {
            content.read(in);
        } catch (IOException e) {
            problems.add(
                    name + " can't be read to its end: " + PlainText.line(String.valueOf(e.getMessage()), LONGEST));
        }
    }
}
