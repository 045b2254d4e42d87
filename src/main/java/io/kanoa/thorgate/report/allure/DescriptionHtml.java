package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.report.ContextCurve;
import io.kanoa.thorgate.report.EngineComparison;
import io.kanoa.thorgate.report.Infeasible;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RowWarnings;
import io.kanoa.thorgate.report.SpeedLimit;
import io.kanoa.thorgate.report.TargetLine;
import io.kanoa.thorgate.report.WorkOutline;
import io.kanoa.thorgate.verdict.Decision;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader sees first of a row: the verdict, the table of targets, the picture, how to repeat it. */
final class DescriptionHtml {

    /** Said wherever figures of a stand-in are shown. */
    static final String STAND_IN =
            "Served by a synthetic stand-in: its weights are random, so its speed is real and its words are not.";

    private final RowResult result;
    private final Collection<RowResult> soFar;

    /** @param soFar all results of the run by now, which it may be compared with */
    DescriptionHtml(RowResult result, Collection<RowResult> soFar) {
        this.result = result;
        this.soFar = soFar;
    }

    String html() {
        return verdict()
                + reason()
                + table()
                + explanations()
                + FirstTokenHtml.of(result)
                + FormatHtml.of(result)
                + SwapHtml.of(result, soFar)
                + DatabaseHtml.of(result)
                + comparisons()
                + contexts()
                + PastHtml.of(result)
                + new OpinionHtml(result).html()
                + physics()
                + course()
                + warnings()
                + Picture.html(result)
                + standIn()
                + substitutes()
                + repeat();
    }

    private String verdict() {
        return "<p><b>" + Html.text(result.decision().name()) + "</b> "
                + Html.text(
                        result.row().id() + ": " + WorkOutline.of(result.row()).models()) + "</p>";
    }

    /** The row's reason where it is not that of a target, since those follow the table. */
    private String reason() {
        String reason = result.verdict().reason();
        boolean isTargets =
                explained().anyMatch(line -> reason.startsWith(line.target().subject() + ":"));
        return reason.isBlank() || isTargets ? "" : Html.element("p", reason);
    }

    private Stream<TargetLine> explained() {
        return TargetLine.of(result).stream()
                .filter(line ->
                        line.decision() != Decision.PASS && !line.explanation().isBlank());
    }

    private String explanations() {
        return explained()
                .map(line ->
                        Html.element("p", line.target().subject() + " " + line.decision() + ": " + line.explanation()))
                .collect(Collectors.joining());
    }

    private String table() {
        return HtmlTable.of(
                List.of("Metric", "Target", "Measured", "Bound (95 %)", "n", "Verdict"),
                TargetLine.of(result).stream().map(DescriptionHtml::cells).toList());
    }

    private static List<String> cells(TargetLine line) {
        return List.of(
                line.target().subject(),
                line.target().bound(),
                line.measuredText(),
                line.boundText(),
                String.valueOf(line.n()),
                line.decision().name());
    }

    private String warnings() {
        return RowWarnings.of(result).stream()
                .map(warning -> Html.element("p", "Warning: " + warning))
                .collect(Collectors.joining());
    }

    private String physics() {
        List<String> lines = result.physics().map(Infeasible::arithmetic).orElse(List.of());
        String share = SpeedLimit.share(result)
                .map(s -> Html.element("p", "Physics: " + s.text()))
                .orElse("");
        return lines.isEmpty()
                ? share
                : share + "<details><summary>What physics allows</summary><pre>"
                        + lines.stream().map(Html::text).collect(Collectors.joining("\n")) + "</pre></details>";
    }

    private String comparisons() {
        return EngineComparison.of(soFar).stream()
                .filter(comparison -> comparison.includes(result))
                .map(ComparisonHtml::of)
                .collect(Collectors.joining());
    }

    private String contexts() {
        return ContextCurve.of(soFar).stream()
                .filter(curve -> curve.includes(result))
                .map(ContextHtml::of)
                .collect(Collectors.joining());
    }

    private String course() {
        String ended = result.course().ended();
        return ended.isBlank()
                ? ""
                : Html.element(
                        "p", "Sampling: " + ended + ", after " + result.course().warmUp() + " of warm-up.");
    }

    private String standIn() {
        return WorkOutline.of(result.row()).hasStandIn() ? Html.element("p", STAND_IN) : "";
    }

    private String substitutes() {
        return WorkOutline.of(result.row()).substitutes().stream()
                .map(substitute -> Html.element(
                        "p", "Served: " + substitute + ". The figures say nothing about the plan's model."))
                .collect(Collectors.joining());
    }

    private String repeat() {
        return "<p>Again: " + Html.element("code", result.repeatCommand()) + "</p>";
    }
}
