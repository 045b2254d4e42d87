package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.verdict.MeanRatio;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One metric of the same work on several engines.
 *
 * @param values one an engine, in their order; empty where an engine gave none
 * @param best which engine has the better figure than all others; -1 where fewer than two have one
 * @param lead the best engine's mean relative to the next best one's; empty where there are too few values for an interval
 */
public record ComparisonLine(Metric metric, List<Optional<Summary>> values, int best, Optional<MeanRatio> lead) {

    private static final double[] NONE = {};

    public ComparisonLine {
        values = List.copyOf(values);
    }

    /**
     * The comparison of one metric.
     *
     * @param observations one an engine
     * @param turns the figure of each turn, for each engine; where they took turns, pairs of figures count and not requests
     */
    static ComparisonLine of(Metric metric, List<Observations> observations, List<double[]> turns) {
        List<Optional<Summary>> values =
                observations.stream().map(o -> Summary.of(metric, o)).toList();
        List<Integer> ranked = ranked(metric, values);
        if (ranked.size() < 2) {
            return new ComparisonLine(metric, values, -1, Optional.empty());
        }
        int best = ranked.get(0);
        int next = ranked.get(1);
        Optional<MeanRatio> lead = turns.get(best).length > 1 && turns.get(best).length == turns.get(next).length
                ? MeanRatio.paired(turns.get(best), turns.get(next))
                : MeanRatio.of(singles(observations.get(best)), singles(observations.get(next)));
        return new ComparisonLine(metric, values, best, lead);
    }

    boolean hasValue() {
        return values.stream().anyMatch(Optional::isPresent);
    }

    /** Whether the best engine is better beyond doubt. */
    public boolean showsWinner() {
        return lead.filter(MeanRatio::showsDifference).isPresent();
    }

    /** The winner and its lead in words, {@code no difference shown}, or why neither can be said. */
    public String outcome(List<String> engines) {
        if (best < 0) {
            return "one engine only";
        }
        String interval = lead.map(ComparisonLine::interval).orElse("");
        if (interval.isEmpty()) {
            return engines.get(best) + ", but too few values to be sure";
        }
        return (showsWinner() ? engines.get(best) : "no difference shown") + " " + interval;
    }

    private static String interval(MeanRatio ratio) {
        return Double.isFinite(ratio.lower()) && Double.isFinite(ratio.upper())
                ? "(" + factor(ratio.lower()) + " to " + factor(ratio.upper()) + " x)"
                : "";
    }

    private static String factor(double value) {
        return Figures.rounded(value, 3).toPlainString();
    }

    private static List<Integer> ranked(Metric metric, List<Optional<Summary>> values) {
        Comparator<Integer> byPoint =
                Comparator.comparingDouble(i -> values.get(i).orElseThrow().point());
        return IntStream.range(0, values.size())
                .filter(i -> values.get(i).isPresent())
                .boxed()
                .sorted(metric.higherIsBetter() ? byPoint.reversed() : byPoint)
                .toList();
    }

    /** One value a request or trial; of an extreme there is only one, which tells nothing of its scatter. */
    private static double[] singles(Observations observations) {
        if (observations instanceof PerRequest o) {
            return o.values();
        } else if (observations instanceof Trials o) {
            return o.values();
        } else if (observations instanceof RatioOfSums o) {
            return IntStream.range(0, o.numerators().length)
                    .mapToDouble(i -> o.numerators()[i] / o.denominators()[i])
                    .toArray();
        }
        return NONE;
    }
}
