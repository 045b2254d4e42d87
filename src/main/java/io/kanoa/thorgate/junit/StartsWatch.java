package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.verdict.Advice;
import io.kanoa.thorgate.verdict.BuildJudge;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.MeasurementError;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.StartLooks;
import io.kanoa.thorgate.verdict.StartPlan;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Watches a row whose starts are repeated. It looks after 3, 5 and 8 starts, and ends at the first look that settles every
 * target about the build. Where the variation seen says that 5 starts would not do, the look at 5 is left out: a look that
 * is not taken costs nothing. The decision of a look stands.
 */
final class StartsWatch {

    private static final StartLooks LOOKS = StartLooks.AT_3_5_8;

    /** What a start costs before its first request, and what a request costs, in the same unit. */
    record Cost(double start, double request) {}

    private final Row row;
    private final MeasurementError error;
    private int next = LOOKS.starts().get(0);
    private Optional<RowVerdict> latest = Optional.empty();
    private List<StartPlan> plans = List.of();
    private int requests;

    /** @param error of the client's own times */
    StartsWatch(Row row, MeasurementError error) {
        this.row = row;
        this.error = error;
    }

    /**
     * Looks, if a look is due.
     *
     * @return how many requests the next start should have; empty where no start is needed any more
     */
    OptionalInt more(List<Map<Metric, Observations>> byStart, Cost cost) {
        int done = byStart.size();
        plans = plans(byStart, cost);
        if (done >= next) {
            latest = Optional.of(BuildJudge.judge(row, byStart, LOOKS, error));
            int wanted = plans.stream().mapToInt(StartPlan::starts).max().orElse(done + 1);
            next = LOOKS.after(Math.max(done, Math.min(LOOKS.most(), wanted) - 1))
                    .orElse(done);
            requests =
                    plans.stream().mapToInt(StartPlan::requestsPerStart).max().orElse(requests);
        }
        return done >= next || latest.filter(this::isSettled).isPresent()
                ? OptionalInt.empty()
                : OptionalInt.of(requests);
    }

    /** What follows from all starts; {@code all} has their answers together. */
    Judgement judge(Evidence all, List<Map<Metric, Observations>> byStart, TimeLimit timeLimit) {
        RowVerdict verdict = latest.orElseGet(() -> BuildJudge.judge(row, byStart, LOOKS, error));
        int done = byStart.size();
        boolean settled = isSettled(verdict);
        Course course = new Course(
                all.warmUp().size(),
                all.measured().size(),
                row.sampling().requests(),
                settled
                        ? "all targets settled after " + done + " starts of the engine"
                        : timeLimit.ending(done, LOOKS.most(), "starts"),
                List.of(),
                Optional.empty(),
                advice(verdict, byStart),
                BuildJudge.figures(row, byStart));
        return new Judgement(Metrics.of(all), verdict, course);
    }

    private boolean isSettled(RowVerdict verdict) {
        return verdict.targets().stream()
                .filter(target -> target.target().scope() == Scope.BUILD)
                .noneMatch(target -> target.decision() == Decision.INCONCLUSIVE);
    }

    private List<StartPlan> plans(List<Map<Metric, Observations>> byStart, Cost cost) {
        List<StartPlan> found = new ArrayList<>();
        double level = LOOKS.levelAt(LOOKS.most()).orElseThrow();
        for (Target target : row.targets()) {
            if (target.scope() == Scope.BUILD && !isDecided(target)) {
                StartPlan.of(target, of(target, byStart), cost.start(), cost.request(), level)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private boolean isDecided(Target target) {
        return latest.stream()
                .flatMap(verdict -> verdict.targets().stream())
                .anyMatch(v -> v.target().equals(target) && v.decision() != Decision.INCONCLUSIVE);
    }

    private static List<Observations> of(Target target, List<Map<Metric, Observations>> byStart) {
        return byStart.stream()
                .map(start -> start.getOrDefault(
                        target.metric(), new Observations.Missing(target.metric() + " was not measured")))
                .toList();
    }

    private Map<Target, Advice> advice(RowVerdict verdict, List<Map<Metric, Observations>> byStart) {
        Map<Target, Advice> advice = new LinkedHashMap<>(Advice.of(
                verdict, byStart.get(0), Optional.empty(), row.sampling().requests()));
        int starts = plans.stream().mapToInt(StartPlan::starts).max().orElse(0);
        if (starts > byStart.size()) {
            verdict.targets().stream()
                    .filter(v -> v.target().scope() == Scope.BUILD)
                    .map(TargetVerdict::target)
                    .forEach(target -> advice.computeIfPresent(target, (t, a) -> Advice.starts(starts)));
        }
        return advice;
    }
}
