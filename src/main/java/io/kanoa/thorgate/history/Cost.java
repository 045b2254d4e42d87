package io.kanoa.thorgate.history;

import io.kanoa.thorgate.plan.Metric;

/** A metric's value as the logarithm of a cost: higher is worse, and a difference is a relative change. */
public final class Cost {

    private Cost() {}

    /** Whether {@code value} has a logarithm: finite and above zero. Other values cannot be compared over runs. */
    public static boolean isDefinedFor(double value) {
        return Double.isFinite(value) && value > 0;
    }

    /** @throws IllegalArgumentException if {@code value} is not finite or not above zero; {@code where} says which it is */
    static double log(Metric metric, double value, String where) {
        if (!isDefinedFor(value)) {
            throw new IllegalArgumentException(metric + " is " + value + " in " + where
                    + ": only finite values above zero can be compared; leave that run out of the comparison");
        }
        return metric.higherIsBetter() ? -Math.log(value) : Math.log(value);
    }

    static double[] logs(Metric metric, double[] values, String what) {
        double[] logs = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logs[i] = log(metric, values[i], what + " " + (i + 1) + " of " + values.length);
        }
        return logs;
    }

    /** The metric's value again, in its unit. */
    static double value(Metric metric, double log) {
        return Math.exp(metric.higherIsBetter() ? -log : log);
    }

    /** A difference of logarithms as a share: 0.1 is a cost of 10 % more. */
    static double share(double difference) {
        return Math.expm1(difference);
    }
}
