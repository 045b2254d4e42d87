package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line for each row, metric and statistic, after RFC 4180: commas, CRLF, quotes doubled. Values are in the metric's unit,
 * which is a column; what is not known is empty. The column {@code of} says what a line holds:
 *
 * <ul>
 *   <li>{@code row}: how long the row took, and its verdict
 *   <li>{@code observed}: a statistic of what was observed
 *   <li>{@code target}: a judged statistic with its one-sided 95 % confidence bounds, its limit and verdict
 * </ul>
 *
 * Text that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class ResultsCsv {

    private static final List<String> HEADS = List.of(
            "profile",
            "row",
            "scenario",
            "model",
            "engine",
            "what",
            "of",
            "metric",
            "statistic",
            "value",
            "unit",
            "n",
            "lower_bound",
            "upper_bound",
            "comparison",
            "limit",
            "verdict");
    private static final String FORMULA_STARTS = "=+-@";

    private ResultsCsv() {}

    static void write(RunResult run, OutputStream out) throws IOException {
        out.write(bytes(Stream.of(HEADS)));
        for (RowResult row : run.rows()) {
            out.write(bytes(lines(run.profile(), row)));
        }
    }

    private static byte[] bytes(Stream<List<String>> lines) {
        return lines.map(ResultsCsv::line).collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<List<String>> lines(String profile, RowResult row) {
        RowTexts texts = RowTexts.of(row);
        List<String> lead = Stream.of(
                        RowTexts.line(profile),
                        texts.id(),
                        texts.scenario(),
                        texts.models(),
                        texts.engines(),
                        texts.what())
                .map(ResultsCsv::harmless)
                .toList();
        return Stream.of(
                        Stream.of(row(row)),
                        Observed.of(row).stream().map(ResultsCsv::observed),
                        row.verdict().targets().stream().map(ResultsCsv::target))
                .flatMap(cells -> cells)
                .map(cells -> Stream.concat(lead.stream(), cells.stream()).toList());
    }

    private static List<String> row(RowResult row) {
        return List.of(
                "row",
                "duration",
                "",
                Numbers.text(row.durationNanos() / 1e9),
                Unit.SECONDS.symbol(),
                "",
                "",
                "",
                "",
                "",
                row.decision().name());
    }

    private static List<String> observed(Observed observed) {
        return List.of(
                "observed",
                observed.metric().fieldName(),
                observed.statistic(),
                Numbers.text(observed.value()),
                observed.metric().unit().symbol(),
                String.valueOf(observed.n()),
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> target(TargetVerdict verdict) {
        Target target = verdict.target();
        return List.of(
                "target",
                target.metric().fieldName(),
                target.statistic().word(),
                Numbers.text(verdict.measured()),
                target.metric().unit().symbol(),
                String.valueOf(verdict.n()),
                Numbers.text(verdict.lower()),
                Numbers.text(verdict.upper()),
                target.comparison().sign(),
                Numbers.text(target.limitInMetricUnit()),
                verdict.decision().name());
    }

    private static String harmless(String text) {
        return text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ResultsCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
