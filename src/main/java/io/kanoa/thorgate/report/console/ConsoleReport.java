package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.plan.OutsideRow;
import io.kanoa.thorgate.report.CalibrationText;
import io.kanoa.thorgate.report.ContextCurve;
import io.kanoa.thorgate.report.EngineComparison;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.FormatMatrix;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowReason;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RowWarnings;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SwapStudy;
import io.kanoa.thorgate.report.TargetLine;
import io.kanoa.thorgate.report.UnloadText;
import io.kanoa.thorgate.report.WorkOutline;
import io.kanoa.thorgate.verdict.Decision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table at the end of a run: one line a target, what was left out and why, GO or NO-GO, and where to read on. As
 * wide as its format says.
 */
public final class ConsoleReport {

    private static final int LONGEST_CELL = 60;

    /** How much of an engine's log a reason may show; all of it is in the report. */
    private static final int LOG_LINES = 6;

    private static final int LONGEST_TEXT = 480;

    private final Lines out;
    private final int width;
    private final Paint paint;

    /** Prints to {@code out}, which the caller owns and flushes. */
    public ConsoleReport(Appendable out, ConsoleFormat format) {
        this.out = new Lines(out);
        this.width = format.width();
        this.paint = new Paint(format.colours());
    }

    /**
     * Prints the run.
     *
     * @param resultsJson where the results file is
     * @param allureReport where the Allure page is or will be
     * @param performanceReport where that is, if it could be made
     * @throws java.io.UncheckedIOException if {@code out} takes no more
     */
    public void print(RunResult run, Path resultsJson, Path allureReport, Optional<Path> performanceReport) {
        out.line("");
        table(run.rows()).lines(width).stream().map(paint::decisionAtEnd).forEach(out::line);
        EngineComparison.of(run.rows()).forEach(this::comparison);
        ContextCurve.of(run.rows()).forEach(this::contexts);
        firstTokens(run.rows());
        formats(FormatMatrix.of(run.rows()));
        swaps(run.rows());
        run.rows().forEach(this::database);
        past(run.rows());
        reasons(run);
        outside(run);
        run.rows()
                .forEach(row -> RowWarnings.of(row)
                        .forEach(warning -> text("warning: " + row.row().id() + ": " + warning)));
        UnloadText.warnings(run.unloads()).forEach(warning -> text("warning: " + warning));
        run.notes().forEach(note -> text("note: " + note));
        CalibrationText.lines(run.calibration()).forEach(line -> text("note: " + line));
        out.line("");
        verdict(run);
        out.line("results  " + PlainText.line(resultsJson.toString(), LONGEST_TEXT));
        performanceReport.ifPresent(path -> out.line("summary  " + PlainText.line(path.toString(), LONGEST_TEXT)));
        out.line("report   " + PlainText.line(allureReport.toString(), LONGEST_TEXT));
    }

    /** Prints where the files for other programs are, on one line. */
    public void exports(Path folder, List<String> names) {
        out.line("exports  "
                + PlainText.line(folder.resolve(String.join(", ", names)).toString(), LONGEST_TEXT));
    }

    private static TextTable table(List<RowResult> rows) {
        TextTable table = new TextTable("row", "model", "what", "metric", "measured", "bound", "target", "verdict")
                .withFigures(4, 5, 6, 7);
        rows.forEach(row -> add(table, row));
        return table;
    }

    private static void add(TextTable table, RowResult row) {
        WorkOutline outline = WorkOutline.of(row.row());
        String id = cell(row.row().id());
        String models = cell(outline.models());
        String what = cell(outline.what());
        List<TargetLine> targets = TargetLine.of(row);
        if (targets.isEmpty()) {
            table.add(id, models, what, "", "", "", "", row.decision().name());
        }
        for (TargetLine target : targets) {
            boolean first = target == targets.get(0);
            table.add(
                    id,
                    first ? models : "",
                    first ? what : "",
                    target.shortName(),
                    target.measuredText(),
                    target.boundText(),
                    target.target().bound(),
                    target.decision().name());
        }
    }

    private void comparison(EngineComparison comparison) {
        out.line("");
        ComparisonTable.lines(comparison, width).forEach(out::line);
    }

    private void contexts(ContextCurve curve) {
        out.line("");
        ContextTable.lines(curve, width).forEach(out::line);
    }

    private void firstTokens(List<RowResult> rows) {
        List<String> lines = FirstTokenTable.lines(rows, width);
        if (!lines.isEmpty()) {
            out.line("");
            lines.forEach(out::line);
        }
    }

    private void past(List<RowResult> rows) {
        List<String> lines = PastTable.lines(rows, width);
        if (!lines.isEmpty()) {
            out.line("");
            out.line("beside earlier runs");
            lines.forEach(out::line);
        }
    }

    private void formats(FormatMatrix matrix) {
        if (!matrix.lines().isEmpty()) {
            out.line("");
            FormatTable.lines(matrix, width).forEach(out::line);
        }
    }

    private void database(RowResult row) {
        List<String> lines = DatabaseTable.lines(row, width);
        if (!lines.isEmpty()) {
            out.line("");
            lines.forEach(out::line);
        }
    }

    private void swaps(List<RowResult> rows) {
        List<String> lines = SwapTable.lines(rows, width);
        if (!lines.isEmpty()) {
            out.line("");
            lines.forEach(out::line);
        }
        SwapStudy.answers(rows).forEach((scenario, answer) -> text(scenario + ": " + answer.sentence()));
    }

    private void reasons(RunResult run) {
        List<RowResult> missed = run.rows().stream()
                .filter(row -> row.decision() != Decision.PASS)
                .toList();
        if (!missed.isEmpty()) {
            out.line("");
            missed.forEach(this::reason);
        }
    }

    private void reason(RowResult row) {
        List<String> why = RowReason.of(row).lines().toList();
        text(row.row().id() + " " + row.decision()
                + why.stream().findFirst().map(": "::concat).orElse(""));
        why.stream().skip(Math.max(1, why.size() - LOG_LINES)).forEach(this::indented);
        TargetLine.of(row).stream()
                .filter(target -> !target.advice().isEmpty())
                .forEach(target -> indented("to settle " + target.shortName() + ": " + target.advice()));
        out.line("    again: " + PlainText.line(row.repeatCommand(), LONGEST_TEXT));
    }

    private void outside(RunResult run) {
        outside(
                run.outside().stream().filter(row -> !row.isOptional()).toList(),
                "outside profile " + run.profile() + ", not run:");
        outside(
                run.outside().stream().filter(OutsideRow::isOptional).toList(),
                "optional in profile " + run.profile() + ", not run:");
    }

    private void outside(List<OutsideRow> rows, String title) {
        if (!rows.isEmpty()) {
            out.line("");
            text(title);
            rows.forEach(this::outside);
        }
    }

    private void outside(OutsideRow row) {
        text(row.id() + ": " + row.reason());
        row.toRun().ifPresent(command -> out.line("    to run it: " + PlainText.line(command, LONGEST_TEXT)));
    }

    private void verdict(RunResult run) {
        String word = run.isFeasible() ? "FEASIBLE, nothing was measured" : run.verdict();
        String text = word + "  profile " + cell(run.profile()) + "  (" + counts(run) + ") in "
                + Figures.ofNanos(run.duration().toNanos());
        String painted = run.isFeasible() ? word : paint.verdict(run.go(), word);
        List<String> lines = WrappedText.of(text, width);
        out.line(painted + lines.get(0).substring(word.length()));
        lines.stream().skip(1).forEach(out::line);
    }

    private static String counts(RunResult run) {
        String decided = Arrays.stream(Decision.values())
                .filter(decision -> run.count(decision) > 0)
                .map(decision -> run.count(decision) + " " + word(decision))
                .collect(Collectors.joining(", "));
        String missing =
                run.complete() ? "" : ", " + (run.selected() - run.rows().size()) + " without a result";
        return run.selected() + (run.selected() == 1 ? " row: " : " rows: ")
                + (decided.isEmpty() ? "none run" : decided) + missing + "; " + optional(run)
                + (run.outside().size() - run.optionalNotRun().size()) + " outside the profile";
    }

    private static String optional(RunResult run) {
        List<String> ids =
                run.optionalNotRun().stream().map(row -> cell(row.id())).toList();
        return ids.isEmpty()
                ? ""
                : ids.size() + (ids.size() == 1 ? " optional row" : " optional rows") + " not run: "
                        + String.join(", ", ids) + "; ";
    }

    private static String word(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String cell(String untrusted) {
        return PlainText.line(untrusted, LONGEST_CELL);
    }

    private void indented(String untrusted) {
        WrappedText.of(PlainText.line(untrusted, LONGEST_TEXT), width - 4).forEach(line -> out.line("    " + line));
    }

    private void text(String untrusted) {
        WrappedText.of(PlainText.line(untrusted, LONGEST_TEXT), width).forEach(out::line);
    }
}
