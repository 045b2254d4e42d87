package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Target;
import java.util.List;
import java.util.Optional;

/**
 * How to spread a measurement over starts of the engine and requests within a start, after Kalibera and Jones, "Rigorous
 * benchmarking in reasonable time" (ISMM 2013).
 *
 * @param withinVariance variance between requests of one start
 * @param betweenVariance variance between starts, without what the requests within them contribute; at least 0
 * @param requestsPerStart the number of requests in a start that makes the variance for a given time smallest
 * @param starts with so many requests each that bring the bound to the wanted distance; at least 3
 */
public record StartPlan(double withinVariance, double betweenVariance, int requestsPerStart, int starts) {

    private static final int FEWEST_STARTS = 3;
    private static final int MOST = 10_000;

    /**
     * Plans from a pilot.
     *
     * @param byStart one value a request, for 2 starts or more with 2 requests or more each; equally many requests, or
     *     nearly so
     * @param startCost time that a start costs before its first request
     * @param requestCost time of a request, in the same unit
     * @param distance how far the true mean is thought to lie from the limit, in the unit of the values
     * @param level of the one-sided test over starts
     */
    public static StartPlan of(
            List<double[]> byStart, double startCost, double requestCost, double distance, double level) {
        double[] means = byStart.stream().mapToDouble(Moments::mean).toArray();
        double within =
                byStart.stream().mapToDouble(Moments::variance).average().orElseThrow();
        double perStart =
                byStart.stream().mapToInt(values -> values.length).average().orElseThrow();
        double between = Math.max(0, Moments.variance(means) - within / perStart);
        int requests = requests(within, between, startCost / requestCost);
        return new StartPlan(within, between, requests, starts(between + within / requests, distance, level));
    }

    /**
     * Plans for {@code target} from what the starts so far observed, at the distance of their mean from the limit.
     *
     * @return empty where the observations are no single values, or a start has fewer than 2 of them
     */
    public static Optional<StartPlan> of(
            Target target, List<Observations> starts, double startCost, double requestCost, double level) {
        List<double[]> byStart = starts.stream()
                .map(start -> Singles.independent(start).map(Moments::present).orElse(new double[0]))
                .toList();
        if (byStart.size() < 2 || byStart.stream().anyMatch(values -> values.length < 2)) {
            return Optional.empty();
        }
        double mean = byStart.stream().mapToDouble(Moments::mean).average().orElseThrow();
        return Optional.of(of(byStart, startCost, requestCost, mean - target.limitInMetricUnit(), level));
    }

    /** Kalibera and Jones, section 9: the root of the costs' ratio times the variances' ratio, rounded up. */
    private static int requests(double within, double between, double costRatio) {
        double best = between > 0 ? Math.sqrt(costRatio * within / between) : MOST;
        return (int) Math.max(2, Math.min(MOST, Math.ceil(best)));
    }

    private static int starts(double variance, double distance, double level) {
        int n = FEWEST_STARTS;
        while (n < MOST && margin(variance, n, level) >= Math.abs(distance)) {
            n++;
        }
        return n;
    }

    private static double margin(double variance, int n, double level) {
        return Student.exceededWith(level, n - 1) * Math.sqrt(variance / n);
    }
}
