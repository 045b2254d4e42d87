package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Source;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.verdict.Advice;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One target of a row as it is shown: what was asked, measured and decided.
 *
 * @param advice what would settle it, or empty
 * @param channels that the value is made of, where the metric takes what the device has; else empty
 */
public record TargetLine(
        Target target,
        double measured,
        double bound,
        boolean boundIsUpper,
        int n,
        Decision decision,
        String reason,
        String advice,
        String channels) {

    private static final Set<Metric> ON_WHAT_IS_THERE = EnumSet.of(
            Metric.BOARD_AVERAGE_POWER,
            Metric.ENERGY_PER_OUTPUT_TOKEN,
            Metric.ENERGY_PER_OUTPUT_TOKEN_ABOVE_IDLE,
            Metric.OUTPUT_TOKENS_PER_JOULE);

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
                        .orElse(""),
                channels(verdict.target().metric(), result));
    }

    private static String channels(Metric metric, RowResult result) {
        return result.evidence()
                .filter(evidence -> ON_WHAT_IS_THERE.contains(metric))
                .map(evidence -> Metrics.sources(evidence).get(metric))
                .map(Source::name)
                .orElse("");
    }

    private static TargetLine unjudged(Target target, Decision decision) {
        return new TargetLine(target, Double.NaN, Double.NaN, false, 0, decision, "", "", "");
    }

    /** Short name of the metric, the statistic where it is not the metric's own, and what it was made of: {@code ttft p95},
     * {@code board_power (vin_power_w)}. */
    public String shortName() {
        Statistic own = target.metric().defaultStatistic();
        String alias = target.metric().alias();
        String name = target.statistic() == own ? alias : alias + " " + target.statistic();
        return channels.isEmpty() ? name : name + " (" + channels + ")";
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
