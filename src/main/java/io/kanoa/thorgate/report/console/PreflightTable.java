package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.device.preflight.Level;
import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.report.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was found before the run: one line a finding, and under each that is not well what mends it, never cut.
 */
public final class PreflightTable {

    private static final int LONGEST_CELL = 80;
    private static final int LONGEST_MEND = 480;
    private static final String INDENT = "         ";

    private PreflightTable() {}

    /** The lines, heads first and a count last, each at most {@code width} characters. */
    static List<String> lines(PreflightReport report, int width) {
        List<Finding> findings = report.findings();
        TextTable table = new TextTable("", "preflight", "found", "wanted");
        findings.forEach(finding -> table.add(
                word(finding.level()), cell(finding.subject()), cell(finding.found()), cell(finding.wanted())));
        List<String> shown = table.lines(width);
        List<String> lines = new ArrayList<>(shown.subList(0, 1));
        for (int i = 0; i < findings.size(); i++) {
            lines.add(shown.get(i + 1));
            lines.addAll(mend(findings.get(i).mend(), width));
        }
        lines.add(counts(report));
        return lines;
    }

    /**
     * Prints the lines.
     *
     * @param width of a line, in characters
     * @param out belongs to the caller
     * @throws java.io.UncheckedIOException if {@code out} takes no more
     */
    public static void print(PreflightReport report, int width, Appendable out) {
        lines(report, width).forEach(new Lines(out)::line);
    }

    private static List<String> mend(String untrusted, int width) {
        return untrusted.isBlank()
                ? List.of()
                : WrappedText.of("to mend: " + PlainText.line(untrusted, LONGEST_MEND), width - INDENT.length())
                        .stream()
                        .map(INDENT::concat)
                        .toList();
    }

    private static String counts(PreflightReport report) {
        return "preflight: "
                + Arrays.stream(Level.values())
                        .map(level -> count(report.of(level).size(), level))
                        .collect(Collectors.joining(", "))
                + (report.stops() ? "; nothing is started" : "");
    }

    private static String count(int findings, Level level) {
        return findings + " " + word(level) + (findings == 1 || level == Level.OK ? "" : "s");
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static String cell(String untrusted) {
        return PlainText.line(untrusted, LONGEST_CELL);
    }
}
