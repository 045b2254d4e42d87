package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.json.RawData;
import io.kanoa.thorgate.report.json.RowJson;
import io.qameta.allure.AllureLifecycle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * What an engineer digs down into. Raw data that would make the page slow to open is left where it lies, and the page says
 * where.
 */
final class Attachments {

    private static final int LARGEST = 500_000;
    private static final int LONGEST_LINE = 500;

    /** Writes raw data of a row. */
    @FunctionalInterface
    private interface Raw {
        void write(Evidence evidence, ByteArrayOutputStream out) throws IOException;
    }

    private final AllureLifecycle lifecycle;

    Attachments(AllureLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    void add(RowResult result) {
        result.evidence().ifPresent(evidence -> add(result, evidence));
        RowHistograms.of(result).ifPresent(log -> attach("histograms of times", "text/plain", "hlog", bytes(log)));
        if (!result.engineLogTail().isEmpty()) {
            attach("engine log, last lines", "text/plain", "txt", bytes(log(result)));
        }
        attach("row.json", "application/json", "json", bytes(RowJson.pretty(result)));
    }

    private void add(RowResult result, Evidence evidence) {
        attachIfSmall(
                "requests", "text/csv", "csv", bytes(RequestsCsv.of(evidence)), RawData.timelinesOf(result.row()));
        attachIfSmall(
                "timelines",
                "application/gzip",
                "jsonl.gz",
                zipped(evidence, RawData::writeTimelines),
                RawData.timelinesOf(result.row()));
        attachIfSmall(
                "samples",
                "application/gzip",
                "jsonl.gz",
                zipped(evidence, RawData::writeSamples),
                RawData.samplesOf(result.row()));
    }

    private void attachIfSmall(String name, String type, String extension, byte[] content, String file) {
        if (content.length <= LARGEST) {
            attach(name, type, extension, content);
        } else {
            attach(
                    name + ", too large to show",
                    "text/plain",
                    "txt",
                    bytes("See " + file + " beside the results file."));
        }
    }

    private void attach(String name, String type, String extension, byte[] content) {
        lifecycle.addAttachment(name, type, extension, content);
    }

    private static String log(RowResult result) {
        return result.engineLogTail().stream()
                .map(line -> PlainText.line(line, LONGEST_LINE))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static byte[] zipped(Evidence evidence, Raw raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            raw.write(evidence, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't compress raw data in memory", e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
