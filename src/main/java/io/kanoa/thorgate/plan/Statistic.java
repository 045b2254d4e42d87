package io.kanoa.thorgate.plan;

import java.util.Arrays;
import java.util.Optional;

/** Which figure of many values a target speaks about. */
public enum Statistic {
    MEAN("mean", Double.NaN),
    P50("p50", 0.5),
    P90("p90", 0.9),
    P95("p95", 0.95),
    P99("p99", 0.99),
    P999("p99.9", 0.999),
    MAX("max", Double.NaN),
    MIN("min", Double.NaN);

    private final String word;
    private final double probability;

    Statistic(String word, double probability) {
        this.word = word;
        this.probability = probability;
    }

    /** How the statistic is written in the plan, e.g. {@code p95}. */
    public String word() {
        return word;
    }

    public boolean isQuantile() {
        return !Double.isNaN(probability);
    }

    /**
     * The probability of a quantile, in (0, 1).
     *
     * @throws IllegalStateException if this is no quantile
     */
    public double probability() {
        if (!isQuantile()) {
            throw new IllegalStateException(word + " is no quantile");
        }
        return probability;
    }

    public static Optional<Statistic> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
