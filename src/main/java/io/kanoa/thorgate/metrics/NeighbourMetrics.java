package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a neighbour does to the foreground, and the foreground to the neighbour. */
final class NeighbourMetrics {

    private NeighbourMetrics() {}

    static Map<Metric, Observations> of(Evidence evidence) {
        return Map.of(
                Metric.INTER_TOKEN_LATENCY_DEGRADATION, degradation(evidence, Answer::interTokenLatency),
                Metric.TIME_TO_FIRST_TOKEN_DEGRADATION, degradation(evidence, Answer::timeToFirstToken),
                Metric.BACKGROUND_COMPLETION_RATIO, completion(evidence),
                Metric.BACKGROUND_REQUEST_LATENCY, latency(evidence),
                Metric.BACKGROUND_BACKLOG_PEAK, Backlog.of(evidence).peak());
    }

    private static Observations degradation(Evidence evidence, ToDoubleFunction<Answer> formula) {
        if (evidence.alone().isEmpty()) {
            return new Missing("nothing was measured without a neighbour");
        }
        if (evidence.measured().isEmpty()) {
            return new Missing(Answers.NO_REQUEST);
        }
        double[] beside = Answers.of(evidence.measured()).values(formula);
        double[] alone = Answers.of(evidence.alone()).values(formula);
        int failed = failures(beside) + failures(alone);
        return new TwoSamples(present(beside), present(alone), failed);
    }

    /** Background requests that were due while the foreground was measured; one cancelled by us is not completed. */
    private static Observations completion(Evidence evidence) {
        List<Timeline> due = Backlog.of(evidence).due();
        return due.isEmpty()
                ? Backlog.NONE_DUE
                : new Share(Math.toIntExact(Answers.of(due).completed()), due.size());
    }

    private static Observations latency(Evidence evidence) {
        List<Timeline> due = Backlog.of(evidence).due();
        return due.isEmpty()
                ? Backlog.NONE_DUE
                : Answers.of(due).perRequest(Answer::latencySinceDue, "no background answer had the asked length");
    }

    private static int failures(double[] values) {
        return values.length - present(values).length;
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }
}
