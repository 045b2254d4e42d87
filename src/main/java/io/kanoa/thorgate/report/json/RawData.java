package io.kanoa.thorgate.report.json;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * The raw timelines and samples of each row, as compressed JSON lines beside the results file. Both files of a row count
 * time from the same origin, the row's first reading. The text of answers is never written.
 */
public final class RawData {

    private static final String FOLDER = "raw";

    private final Path gateFolder;

    /** Writes below {@code gateFolder}, the folder of the results file. */
    public RawData(Path gateFolder) {
        this.gateFolder = gateFolder;
    }

    /**
     * Writes what the row produced; nothing where it has no evidence.
     *
     * @throws java.io.UncheckedIOException if a file can't be written
     */
    public void write(RowResult result) {
        result.evidence().ifPresent(evidence -> {
            WholeFile.write(gateFolder.resolve(timelinesOf(result.row())), out -> writeTimelines(evidence, out));
            WholeFile.write(gateFolder.resolve(samplesOf(result.row())), out -> writeSamples(evidence, out));
        });
    }

    /** Where they are below the folder of the results file. */
    public static Path folder(Path gateFolder) {
        return gateFolder.resolve(FOLDER);
    }

    /** Where the row's timelines are, relative to the results file. */
    public static String timelinesOf(Row row) {
        return FOLDER + "/" + FileNames.safe(row.id()) + ".timelines.jsonl.gz";
    }

    /** Where the row's samples are, relative to the results file. */
    public static String samplesOf(Row row) {
        return FOLDER + "/" + FileNames.safe(row.id()) + ".samples.jsonl.gz";
    }

    /** The compressed timelines; {@code out} stays open. */
    public static void writeTimelines(Evidence evidence, OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out);
        new TimelineLines(evidence).writeTo(zip);
        zip.finish();
    }

    /** The compressed samples; {@code out} stays open. */
    public static void writeSamples(Evidence evidence, OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out);
        new SampleLines(evidence).writeTo(zip);
        zip.finish();
    }
}
