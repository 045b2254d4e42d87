package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.stream.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What some curves add up to while each completed request ran. Time that two requests share counts once.
 *
 * @param failed requests that failed, or that the samples do not cover
 */
record Slices(List<Slice> slices, int failed, int requests, String source) {

    /** One request: its answer, for how long it ran, and the integral over that time. */
    record Slice(Answer answer, double seconds, double integral) {}

    static Slices of(List<Timeline> measured, List<Curve> curves, String source) {
        List<Timeline> completed = measured.stream()
                .filter(timeline -> timeline.outcome().isCompleted())
                .sorted(Comparator.comparingLong(Timeline::sentNanos))
                .toList();
        List<Window> windows = Window.disjoint(Window.of(completed));
        List<Slice> covered = new ArrayList<>();
        int failed = measured.size() - completed.size();
        for (int i = 0; i < completed.size(); i++) {
            Window window = windows.get(i);
            double integral =
                    curves.stream().mapToDouble(curve -> curve.integral(window)).sum();
            if (window.seconds() > 0 && !Double.isNaN(integral)) {
                covered.add(new Slice(new Answer(completed.get(i)), window.seconds(), integral));
            } else if (window.seconds() > 0) {
                failed++;
            }
        }
        return new Slices(covered, failed, completed.size(), source);
    }

    /** The ratio of two sums over the requests that have both; the others count as failed. */
    Observations ratio(ToDoubleFunction<Slice> numerator, ToDoubleFunction<Slice> denominator, String without) {
        if (requests == 0) {
            return new Missing(Answers.NO_REQUEST);
        }
        if (slices.isEmpty()) {
            return new Missing("no request lies wholly within the samples of " + source);
        }
        List<Slice> whole = slices.stream()
                .filter(s -> Double.isFinite(numerator.applyAsDouble(s)) && denominator.applyAsDouble(s) > 0)
                .toList();
        return whole.isEmpty()
                ? new Missing(without)
                : new RatioOfSums(
                        whole.stream().mapToDouble(numerator).toArray(),
                        whole.stream().mapToDouble(denominator).toArray(),
                        failed + slices.size() - whole.size());
    }
}
