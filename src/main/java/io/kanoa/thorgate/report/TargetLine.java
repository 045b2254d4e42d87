package io.kanoa.thorgate.report;

import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.verdict.Advice;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.util.List;
import java.util.Optional;

/**
 * One target of a row as it is shown: what was asked, measured and decided.
 *
 * @param advice what would settle it, or empty
 */
public record TargetLine(
        Target target,
        double measured,
        double bound,
        boolean boundIsUpper,
        int n,
        Decision decision,
        String reason,
        String advice) {

    /** One line for each target of the row, also where nothing was measured: then each has the row's decision. */
    public static List<TargetLine> of(RowResult result) {
        List<TargetVerdict> judged = result.verdict().targets();
        return judged.isEmpty()
                ? result.row().targets().stream()
                        .map(target -> unjudged(target, result.decision()))
                        .toList()
                : judged.stream().map(verdict -> judged(verdict, result)).toList();
    }

    private static TargetLine judged(TargetVerdict verdict, RowResult result) {
        return new TargetLine(
                verdict.target(),
                verdict.measured(),
                verdict.bound(),
                verdict.boundIsUpper(),
                verdict.n(),
                verdict.decision(),
                verdict.reason(),
                Optional.ofNullable(result.course().advice().get(verdict.target()))
                        .map(Advice::text)
                        .orElse(""));
    }

    private static TargetLine unjudged(Target target, Decision decision) {
        return new TargetLine(target, Double.NaN, Double.NaN, false, 0, decision, "", "");
    }

    /** Short name of the metric, and the statistic where it is not the metric's own: {@code ttft p95}. */
    public String shortName() {
        Statistic own = target.metric().defaultStatistic();
        String alias = target.metric().alias();
        return target.statistic() == own ? alias : alias + " " + target.statistic();
    }

    /** Why it is not a PASS and what would settle it, or empty. */
    public String explanation() {
        return advice.isEmpty() ? reason : (reason.isBlank() ? "" : reason + "; ") + "to settle it: " + advice;
    }

    /** {@code 118 tok/s}, on the right side of the limit. */
    public String measuredText() {
        return Figures.withUnit(target, measured);
    }

    /** The confidence bound that the target was judged by, with the side that it bounds: {@code >= 112 tok/s}. */
    public String boundText() {
        String sign = boundIsUpper ? "<= " : ">= ";
        return Double.isFinite(bound) ? sign + Figures.withUnit(target, bound) : Figures.UNKNOWN;
    }
}
