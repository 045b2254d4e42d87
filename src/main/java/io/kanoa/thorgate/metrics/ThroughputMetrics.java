package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Totals over the measured window. A request's share of the window runs from its sending until the next one's, so that
 * the shares add up to the window, pauses included; the last share ends with the last chunk.
 */
final class ThroughputMetrics {

    private ThroughputMetrics() {}

    static Map<Metric, Observations> of(List<Timeline> measured) {
        return Map.of(
                Metric.OUTPUT_TOKEN_THROUGHPUT, rate(measured, Answer::outputTokens),
                Metric.REQUEST_THROUGHPUT, rate(measured, answer -> 1));
    }

    private static Observations rate(List<Timeline> measured, ToDoubleFunction<Answer> done) {
        if (measured.isEmpty()) {
            return new Missing(Answers.NO_REQUEST);
        }
        List<Timeline> ordered = measured.stream()
                .sorted(Comparator.comparingLong(Timeline::sentNanos))
                .toList();
        double[] amounts = amounts(ordered, done);
        if (Answers.of(ordered).completed() > 0 && Arrays.stream(amounts).sum() == 0) {
            return new Missing("no answer reports its token count");
        }
        int without = (int) Arrays.stream(amounts).filter(a -> a == 0).count();
        return new RatioOfSums(amounts, shares(ordered), without);
    }

    /** What each request brought; a failed one brought nothing and still took its share of the window. */
    private static double[] amounts(List<Timeline> ordered, ToDoubleFunction<Answer> done) {
        return ordered.stream()
                .map(Answer::new)
                .mapToDouble(answer -> answer.isCompleted() ? Math.max(0, nanAsZero(done.applyAsDouble(answer))) : 0)
                .toArray();
    }

    private static double[] shares(List<Timeline> ordered) {
        long end = Window.around(ordered.stream().map(Window::of).toList()).endNanos();
        double[] shares = new double[ordered.size()];
        for (int i = 0; i < shares.length; i++) {
            long until = i + 1 < shares.length ? ordered.get(i + 1).sentNanos() : end;
            shares[i] = new Window(ordered.get(i).sentNanos(), until).seconds();
        }
        return shares;
    }

    private static double nanAsZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
