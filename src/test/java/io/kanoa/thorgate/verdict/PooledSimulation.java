package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Gaps that follow each other (first-order autoregression, 0.5) on top of an effect of their request (half of the
 * variance), judged where their true p95 lies on the limit.
 */
final class PooledSimulation {

    /** The 0.95 quantile of the standard normal distribution, which all gaps together have. */
    private static final double LIMIT = 1.6448536;

    private static final Target P95 =
            Targets.of(Metric.INTER_CHUNK_LATENCY, Statistic.P95, Comparison.LESS, LIMIT, Unit.MILLISECONDS);

    private final Random random;
    private int passes;
    private int fails;
    private int naivePasses;

    PooledSimulation(long seed) {
        random = new Random(seed);
    }

    PooledSimulation run(int runs, int requests, int gaps) {
        for (int i = 0; i < runs; i++) {
            List<double[]> sample = sample(requests, gaps);
            Assessment found = PooledQuantileRule.decide(P95, new Pooled(sample, 0), Judge.ALPHA);
            passes += found.passes() ? 1 : 0;
            fails += found.fails() ? 1 : 0;
            naivePasses += clopperPearsonPasses(sample) ? 1 : 0;
        }
        return this;
    }

    int passes() {
        return passes;
    }

    int fails() {
        return fails;
    }

    int naivePasses() {
        return naivePasses;
    }

    /** The mutant: all gaps taken for independent. */
    private static boolean clopperPearsonPasses(List<double[]> sample) {
        double[] all = sample.stream().flatMapToDouble(Arrays::stream).toArray();
        return Binomial.atMost(Breaches.count(P95, all), all.length, 0.05) <= Judge.ALPHA;
    }

    private List<double[]> sample(int requests, int gaps) {
        List<double[]> sample = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            sample.add(request(gaps));
        }
        return sample;
    }

    private double[] request(int gaps) {
        double effect = Math.sqrt(0.5) * random.nextGaussian();
        double state = random.nextGaussian();
        double[] values = new double[gaps];
        for (int i = 0; i < gaps; i++) {
            values[i] = effect + Math.sqrt(0.5) * state;
            state = 0.5 * state + Math.sqrt(0.75) * random.nextGaussian();
        }
        return values;
    }
}
