package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Throttling;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.verdict.Advice;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.MeasurementError;
import io.kanoa.thorgate.verdict.Progress;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.SequentialJudge;
import io.kanoa.thorgate.verdict.Steadiness;
import io.kanoa.thorgate.workload.StopRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Watches a single user's row while it runs. It ends as soon as its targets are settled at a planned look and the series
 * so far is steady: a series that jumps or drifts is never judged on a part of it alone. An unsteady series goes on to the
 * next look, since what looked unsteady may have been chance, and is INCONCLUSIVE if it still is unsteady at its end,
 * unless the plan allows that. The
 * wait changes no verdict that a look has reached, except to INCONCLUSIVE, so the errors of the looks stay what they are.
 */
final class RowWatch implements StopRule {

    private final Row row;
    private final Function<List<Timeline>, Evidence> evidence;
    private final TimeLimit timeLimit;
    private final SequentialJudge judge;
    private Progress progress;
    private boolean steady;

    /**
     * @param evidence of the row, were these its measured answers
     * @param error of the client's own times
     */
    RowWatch(Row row, Function<List<Timeline>, Evidence> evidence, TimeLimit timeLimit, MeasurementError error) {
        this.row = row;
        this.evidence = evidence;
        this.timeLimit = timeLimit;
        this.judge = SequentialJudge.of(row, error);
        this.progress = judge.start();
    }

    @Override
    public boolean isEnough(List<Timeline> measured) {
        if (isLook(measured.size())) {
            look(evidence.apply(measured));
        }
        return progress.isSettled() && steady || timeLimit.isUp();
    }

    /** What follows from the evidence; its measured answers are those that were watched. */
    Judgement judge(Evidence complete) {
        if (isLook(complete.measured().size())) {
            look(complete);
        }
        Map<Metric, Observations> observed = Metrics.of(complete);
        Steadiness steadiness = steadiness(complete, observed);
        RowVerdict judged = verdict(complete.measured().size());
        RowVerdict verdict = row.sampling().allowsUnsteady() ? judged : steadiness.apply(judged);
        return new Judgement(observed, verdict, course(complete, observed, verdict, steadiness));
    }

    private RowVerdict verdict(int requests) {
        return progress.targets().isEmpty()
                ? new RowVerdict(
                        row,
                        Decision.INCONCLUSIVE,
                        List.of(),
                        timeLimit.ending(requests, progress.cap(), "requests") + ", before the first look at them")
                : progress.verdict();
    }

    private Course course(
            Evidence complete, Map<Metric, Observations> observed, RowVerdict verdict, Steadiness steadiness) {
        int requests = complete.measured().size();
        boolean settled = progress.isSettled() && requests < progress.cap();
        return new Course(
                complete.warmUp().size(),
                requests,
                progress.cap(),
                settled && steady ? progress.stopReason() : timeLimit.ending(requests, progress.cap(), "requests"),
                progress.history(),
                Optional.of(steadiness),
                Advice.of(verdict, observed, Optional.of(steadiness), progress.cap()),
                List.of());
    }

    private boolean isLook(int requests) {
        return judge.nextLook(progress).orElse(-1) == requests;
    }

    private void look(Evidence soFar) {
        Map<Metric, Observations> observed = Metrics.of(soFar);
        progress = judge.look(progress, soFar.measured().size(), observed);
        steady = steadiness(soFar, observed).isSteady();
    }

    private static Steadiness steadiness(Evidence evidence, Map<Metric, Observations> observed) {
        return Steadiness.of(observed, Throttling.of(evidence));
    }
}
