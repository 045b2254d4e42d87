package io.kanoa.thorgate.history;

import io.kanoa.thorgate.history.Finding.Decision;
import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Simulated engines whose latency varies by 2 % from run to run. */
final class Checks {

    static final int MANY = 20_000;

    private static final double LEVEL = 80;
    private static final double VARIATION = 0.02;

    private final Random random;
    private final int runs;

    /** @param runs of history before each check */
    Checks(long seed, int runs) {
        this.random = new Random(seed);
        this.runs = runs;
    }

    /** The share of checks that end with a REGRESSION if the new engine takes {@code cost} times as long. */
    double regressions(double cost) {
        return share(() -> regresses(cost));
    }

    /** The mutant: the new run against the last one alone, at 5 %. */
    double slowerThanTheLast() {
        return share(() -> run(1) > 1.05 * run(1));
    }

    /** The share of histories in which a step is seen though nothing changed. */
    double splits() {
        return share(() -> Segments.of(Metric.REQUEST_LATENCY, runs(runs, 1)).size() > 1);
    }

    /** {@code count} runs of an engine that takes {@code cost} times as long. */
    double[] runs(int count, double cost) {
        return IntStream.range(0, count).mapToDouble(i -> run(cost)).toArray();
    }

    /** First those, then these. */
    static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private boolean regresses(double cost) {
        Baseline baseline = Baseline.of(Metric.REQUEST_LATENCY, PastRun.unsuspected(runs(runs, 1)));
        Finding first = RegressionRule.compare(baseline, run(cost));
        return first.decision() == Decision.SUSPECT
                && RegressionRule.confirm(baseline, first, run(cost)).decision() == Decision.REGRESSION;
    }

    private double run(double cost) {
        return LEVEL * cost * (1 + VARIATION * random.nextGaussian());
    }

    private static double share(BooleanSupplier check) {
        return IntStream.range(0, MANY).filter(i -> check.getAsBoolean()).count() / (double) MANY;
    }
}
