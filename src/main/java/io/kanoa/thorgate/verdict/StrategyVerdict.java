package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Metric;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All swaps by one strategy on one engine.
 *
 * @param name of both
 * @param rows at least one
 * @param coversAll whether it was tried for every pair of models
 */
record StrategyVerdict(String name, List<RowVerdict> rows, boolean coversAll) {

    private static final Set<Metric> TIMES = EnumSet.of(
            Metric.MODEL_SWAP_TIME,
            Metric.MODEL_SWAP_TIME_WARM,
            Metric.MODEL_SWAP_BACK_TIME,
            Metric.MODEL_SWAP_BACK_TIME_WARM);

    boolean isViable() {
        return coversAll
                && rows.stream()
                        .allMatch(row ->
                                row.decision() == Decision.PASS && worst(row).isPresent());
    }

    boolean misses() {
        return rows.stream().anyMatch(row -> row.decision().isMiss());
    }

    /** How much of its limit the worst row takes, by what was measured; infinite where a row measured nothing. */
    double worstShare() {
        return rows.stream()
                .mapToDouble(row -> worst(row).map(StrategyVerdict::share).orElse(Double.POSITIVE_INFINITY))
                .max()
                .orElseThrow();
    }

    /** The strategy, and each row with its bound or why there is none. */
    String text() {
        return name + " (" + rows.stream().map(this::text).collect(Collectors.joining("; "))
                + (coversAll ? "" : "; not tried for every pair of models") + ")";
    }

    private String text(RowVerdict row) {
        String id = row.row().id() + " ";
        boolean judged = row.decision() == Decision.PASS || row.decision() == Decision.FAIL;
        String figures = worst(row)
                .filter(target -> !Double.isNaN(target.measured()))
                .map(StrategyVerdict::figures)
                .orElse("");
        return judged && !figures.isEmpty()
                ? id + figures
                : id + row.decision() + (figures.isEmpty() ? reason(row) : ", " + figures);
    }

    private static String reason(RowVerdict row) {
        String reason = row.reason().lines().findFirst().orElse("");
        return reason.isBlank() ? "" : ": " + reason;
    }

    /** A pass needs no more than its bound. */
    private static String figures(TargetVerdict target) {
        String unit = " " + target.target().limit().unit();
        String bound = Double.isNaN(target.bound())
                ? ""
                : (target.boundIsUpper() ? "<= " : ">= ") + in(target, target.bound()) + unit;
        String measured = in(target, target.measured()) + unit;
        String figures =
                target.decision() == Decision.PASS ? bound : measured + (bound.isEmpty() ? "" : ", bound " + bound);
        return target.target().metric().alias() + " " + figures + ", limit "
                + target.target().bound();
    }

    private static String in(TargetVerdict target, double value) {
        double shown =
                target.target().metric().unit().to(target.target().limit().unit(), value);
        return Rounded.apart(shown, target.target().limit().value());
    }

    /** The target on the time of a swap that takes most of its limit. */
    private static Optional<TargetVerdict> worst(RowVerdict row) {
        return row.targets().stream()
                .filter(target -> TIMES.contains(target.target().metric()))
                .max(Comparator.comparingDouble(StrategyVerdict::share));
    }

    private static double share(TargetVerdict target) {
        double share = target.measured() / target.target().limitInMetricUnit();
        return Double.isNaN(share) ? Double.POSITIVE_INFINITY : share;
    }
}
