package io.kanoa.thorgate.report.performance;

import io.kanoa.thorgate.report.WholeFile;
import io.kanoa.thorgate.report.markdown.MarkdownReport;
import io.kanoa.thorgate.report.page.HtmlReport;
import io.kanoa.thorgate.report.view.RawReader;
import io.kanoa.thorgate.report.view.ResultsReader;
import io.kanoa.thorgate.report.view.RunView;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The performance report, for people: as a page and as Markdown, made of a results file and the raw data beside it alone.
 *
 * @param html the page
 * @param markdown the same without plots
 */
public record PerformanceReport(Path html, Path markdown) {

    /** What writes itself as text. */
    private interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * Writes {@code report.html} and {@code report.md} beside {@code resultsFile}.
     *
     * @throws io.kanoa.thorgate.report.view.UnreadableResultsException if that is no results file
     * @throws java.io.UncheckedIOException if a file can't be written
     */
    public static PerformanceReport write(Path resultsFile) {
        RunView run = ResultsReader.read(resultsFile);
        Path html = resultsFile.resolveSibling("report.html");
        Path markdown = resultsFile.resolveSibling("report.md");
        write(html, out -> HtmlReport.write(run, new RawReader(resultsFile), out));
        write(markdown, out -> out.append(MarkdownReport.of(run)));
        return new PerformanceReport(html, markdown);
    }

    private static void write(Path file, Text text) {
        WholeFile.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.writeTo(writer);
            writer.flush();
        });
    }
}
