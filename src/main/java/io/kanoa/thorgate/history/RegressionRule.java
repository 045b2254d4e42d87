package io.kanoa.thorgate.history;

import io.kanoa.thorgate.history.Regression.Decision;
import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tells a regression from noise, on one value a run. Values are compared as logarithms, so that a change is a share. The
 * new run is held against the last segment of at most 30 earlier runs by a one-sided t-test for a new mean: {@code t = (x -
 * mean) / (s sqrt(1/m + 1/H))} with {@code H - 1} degrees of freedom. It is SUSPECT where p &lt; 0.01 and the change is over
 * 3 %; a fresh confirmation run with p &lt; 0.05 and over 3 % makes it a REGRESSION.
 */
public final class RegressionRule {

    static final int FEWEST_TO_ADVISE = 5;
    static final int FEWEST_TO_GATE = 8;
    private static final int WINDOW = 30;
    private static final double SUSPECT = 0.01;
    private static final double CONFIRMED = 0.05;
    private static final double IMPLAUSIBLE = 0.001;
    private static final double MUCH = 0.03;
    private static final double IMPLAUSIBLY_MUCH = 0.25;

    private final double[] baseline;
    private final double sign;

    private RegressionRule(double[] baseline, double sign) {
        this.baseline = baseline;
        this.sign = sign;
    }

    /**
     * @param history of the metric, one value a run, oldest first, in any unit; all of one fingerprint
     * @throws IllegalArgumentException if a value is not positive and finite
     */
    public static RegressionRule of(Metric metric, double[] history) {
        double sign = metric.higherIsBetter() ? -1 : 1;
        double[] window = Arrays.copyOfRange(history, Math.max(0, history.length - WINDOW), history.length);
        List<double[]> segments = Segments.of(logarithms(window, sign));
        return new RegressionRule(segments.get(segments.size() - 1), sign);
    }

    /**
     * The first look at a new run: never more than SUSPECT.
     *
     * @param run the new run's values, in the unit of the history
     * @throws IllegalArgumentException if there is none, or one is not positive and finite
     */
    public Regression check(double... run) {
        Regression worse = compare(run, SUSPECT, Decision.SUSPECT);
        boolean implausible = 1 - worse.p() < IMPLAUSIBLE && worse.change() < -IMPLAUSIBLY_MUCH;
        return implausible
                ? new Regression(Decision.IMPLAUSIBLE_IMPROVEMENT, worse.p(), worse.change(), worse.history())
                : worse;
    }

    /** The same for a run that was made to confirm a suspicion. */
    public Regression confirm(double... run) {
        return compare(run, CONFIRMED, Decision.REGRESSION);
    }

    private Regression compare(double[] run, double level, Decision ifWorse) {
        if (run.length == 0) {
            throw new IllegalArgumentException("a run without values can't be compared with its history");
        }
        Sample now = Sample.of(logarithms(run, sign));
        Sample then = Sample.of(baseline);
        double change = Math.expm1(now.mean() - then.mean());
        if (then.n() < FEWEST_TO_ADVISE) {
            return new Regression(Decision.TOO_FEW, Double.NaN, change, then.n());
        }
        double p = pValue(now, then);
        return new Regression(p < level && change > MUCH ? ifWorse : Decision.STEADY, p, change, then.n());
    }

    private static double pValue(Sample now, Sample then) {
        double difference = now.mean() - then.mean();
        double error = then.deviation() * Math.sqrt(1.0 / now.n() + 1.0 / then.n());
        double t = difference == 0 ? 0 : difference / error;
        return TDistribution.of(then.n() - 1).survivalProbability(t);
    }

    private static double[] logarithms(double[] values, double sign) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("value " + (i + 1) + " of " + values.length + " is " + values[i]
                        + ": a history holds positive, finite values only");
            }
            logarithms[i] = sign * Math.log(values[i]);
        }
        return logarithms;
    }
}
