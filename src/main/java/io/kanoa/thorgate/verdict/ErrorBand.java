package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Target;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Judges a target for all times that the client's error leaves possible. The rule is asked about the observations as they
 * are, with longer and with shorter times: a PASS or FAIL stands only if it is the same for all three, and the bounds are
 * the widest of them.
 */
final class ErrorBand {

    private final MeasurementError error;

    ErrorBand(MeasurementError error) {
        this.error = error;
    }

    /**
     * What {@code rule} finds for {@code target}.
     *
     * @param observed all metrics of the row
     */
    Assessment over(
            Target target, Map<Metric, Observations> observed, Function<Map<Metric, Observations>, Assessment> rule) {
        return overStarts(target, List.of(observed), starts -> rule.apply(starts.get(0)));
    }

    /**
     * What {@code rule} finds for {@code target} over starts of an engine.
     *
     * @param byStart all metrics of the row in each start
     */
    Assessment overStarts(
            Target target,
            List<Map<Metric, Observations>> byStart,
            Function<List<Map<Metric, Observations>>, Assessment> rule) {
        Assessment found = rule.apply(byStart);
        if (!MeasurementError.concerns(target.metric()) || error.isNone()) {
            return found;
        }
        if (error.isUnknown()) {
            return undecided(found);
        }
        return widened(found, rule.apply(shifted(target, byStart, 1)), rule.apply(shifted(target, byStart, -1)));
    }

    private List<Map<Metric, Observations>> shifted(Target target, List<Map<Metric, Observations>> byStart, int sign) {
        return byStart.stream().map(observed -> shifted(target, observed, sign)).toList();
    }

    private Map<Metric, Observations> shifted(Target target, Map<Metric, Observations> observed, int sign) {
        double millis = sign * error.millis(target.metric(), fewestTokens(observed));
        Map<Metric, Observations> shifted = new EnumMap<>(Metric.class);
        shifted.putAll(observed);
        shifted.computeIfPresent(target.metric(), (metric, seen) -> new TimeShift(metric, millis).of(seen));
        return shifted;
    }

    private static Assessment widened(Assessment found, Assessment longer, Assessment shorter) {
        boolean passes = found.passes() && longer.passes() && shorter.passes();
        boolean fails = found.fails() && longer.fails() && shorter.fails();
        boolean undone = passes != found.passes() || fails != found.fails();
        return new Assessment(
                found.measured(),
                Math.min(found.lower(), Math.min(longer.lower(), shorter.lower())),
                Math.max(found.upper(), Math.max(longer.upper(), shorter.upper())),
                passes,
                fails,
                found.n(),
                found.method(),
                undone ? "limit is within the client's timing error" : found.remark());
    }

    private static Assessment undecided(Assessment found) {
        boolean settled = found.passes() || found.fails();
        String remark = settled || found.remark().isEmpty() ? "client timing error unknown" : found.remark();
        return new Assessment(
                found.measured(), found.lower(), found.upper(), false, false, found.n(), found.method(), remark);
    }

    /** Tokens after the first chunk, of the request with the fewest; 1 where they are not known. */
    private static double fewestTokens(Map<Metric, Observations> observed) {
        return observed.get(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER) instanceof RatioOfSums rate
                ? Math.max(1, Arrays.stream(rate.numerators()).min().orElse(1))
                : 1;
    }
}
