package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Throttled;
import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a series of requests was steady enough to be judged. It was not where warm-up was left in it, since all values
 * are judged: first values, cut off by MSER, that differ from the rest (p &lt; 0.001, or 0.01 if they are more than a third of
 * the series, and a change of the median over 3 %); nor where its last values differ so; nor where it drifted
 * (Mann-Kendall p &lt; 0.01 and a Theil-Sen change over 3 %), where it jumped (Pettitt p &lt; 0.01 and a change of the median over
 * 3 %), or where the device throttled. That MSER cuts off more than a third is no evidence alone: it does so in a quarter
 * of steady series of 8 values, and in a twelfth of those of 20. Of steady normal series of 8 to 400 values 1 to 2 % are
 * called unsteady.
 *
 * @param n values of the series
 * @param first values unlike the rest: warm-up; drift and step are looked for behind them
 * @param last values unlike the rest
 * @param driftP p-value of the drift
 * @param drift change from the first to the last value, as a share of the median
 * @param step number of values before the most likely step, warm-up included
 * @param stepP p-value of the step
 * @param stepChange change at the step, as a share of the median before it
 * @param throttled how the device slowed itself down while the series was measured
 */
public record Steadiness(
        int n,
        Edge first,
        Edge last,
        double driftP,
        double drift,
        int step,
        double stepP,
        double stepChange,
        Throttled throttled) {

    /** Values without which nothing can be told. */
    public static final int FEWEST = 8;

    private static final double SURE = 0.01;

    /** For the edges, since MSER cuts where noise makes a difference most likely. */
    private static final double VERY_SURE = 0.001;

    private static final double MUCH = 0.03;

    /**
     * Looks at values in the order in which they were measured; a NaN is left out. Fewer than 8 values tell nothing.
     *
     * @param series one value a request: its decode rate, or its latency
     */
    public static Steadiness of(double[] series, Throttled throttled) {
        double[] present = Moments.present(series);
        if (present.length < FEWEST) {
            return new Steadiness(present.length, Edge.NONE, Edge.NONE, 1, 0, 0, 1, 0, throttled);
        }
        Edge first = Edge.first(present);
        double[] rest = Arrays.copyOfRange(present, first.length(), present.length);
        Step step = Step.in(rest);
        return new Steadiness(
                present.length,
                first,
                Edge.last(rest),
                Trend.pValue(rest),
                Trend.totalChange(rest),
                first.length() + step.at(),
                step.pValue(),
                step.change(),
                throttled);
    }

    /** Looks at the decode rates of a row's requests; a row without such tells nothing. */
    public static Steadiness of(Map<Metric, Observations> observed, Throttled throttled) {
        double[] rates = Optional.ofNullable(observed.get(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER))
                .flatMap(Singles::independent)
                .orElse(new double[0]);
        return of(rates, throttled);
    }

    /** First values that are unlike the rest, by MSER. */
    public int warmUp() {
        return first.length();
    }

    public boolean isSteady() {
        return !isThrottled() && !warmsUp() && !drifts() && !jumps() && !last.differs(VERY_SURE, MUCH);
    }

    /** Why the series is not steady, or empty. */
    public String reason() {
        if (isThrottled()) {
            return "unsteady: the device " + throttled.text() + "; cool it and repeat";
        } else if (warmsUp()) {
            return "unsteady: " + warmUp() + " of " + n + " requests were warm-up; warm up longer";
        } else if (jumps()) {
            return "unsteady: a step of " + percent(stepChange) + " after " + step + " of " + n + " requests";
        }
        if (last.differs(VERY_SURE, MUCH)) {
            return "unsteady: the last " + last.length() + " of " + n + " requests differ by " + percent(last.change());
        }
        return drifts() ? "unsteady: a drift of " + percent(drift) + " over " + n + " requests" : "";
    }

    /** What to do about it, or empty where it is steady. */
    public String remedy() {
        if (isThrottled()) {
            return "cool the device, or choose a power mode that it can hold, and repeat";
        } else if (warmsUp()) {
            return "repeat: the next run on this device warms up longer";
        }
        return isSteady() ? "" : "end whatever else uses the device, let its temperature settle, and repeat";
    }

    /** The verdict as it is where the series was steady; INCONCLUSIVE with the reason where it was not. */
    public RowVerdict apply(RowVerdict verdict) {
        boolean judged = verdict.decision() == Decision.PASS || verdict.decision() == Decision.FAIL;
        return isSteady() || !judged
                ? verdict
                : new RowVerdict(verdict.row(), Decision.INCONCLUSIVE, verdict.targets(), reason());
    }

    /** Whether the series still holds warm-up. */
    public boolean warmsUp() {
        return first.differs(3 * warmUp() > n ? SURE : VERY_SURE, MUCH);
    }

    private boolean isThrottled() {
        return throttled.events() > 0;
    }

    private boolean drifts() {
        return driftP < SURE && Math.abs(drift) > MUCH;
    }

    /** Whether it holds a step. */
    public boolean jumps() {
        return stepP < SURE && Math.abs(stepChange) > MUCH;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }
}
