package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Judges a row while it runs, so that it can end as soon as its targets are settled. The error of all looks together is
 * that of one look in {@link Judge}; a row that was watched by this must be judged by {@link Progress#verdict()}, never by
 * {@link Judge}. Tables of bounds are computed once, in the constructor. Immutable.
 */
public final class SequentialJudge {

    private final Row row;
    private final ErrorBand band;
    private final int[] looks;
    private final List<TargetLooks> plain;
    private final List<TargetLooks> corrected;

    private SequentialJudge(Row row, int[] looks, MeasurementError error) {
        this.row = row;
        this.band = new ErrorBand(error);
        this.looks = looks;
        this.plain = rules(row, looks, Judge.ALPHA);
        this.corrected =
                rules(row, looks, Judge.ALPHA / Math.max(1, row.targets().size()));
    }

    /** For a row whose requests are capped by its {@link io.kanoa.thorgate.plan.Sampling#requests()}. */
    public static SequentialJudge of(Row row) {
        return of(row, MeasurementError.NONE);
    }

    /** As {@link #of(Row)}, for a client whose times may be off by {@code error}; see {@link Judge}. */
    public static SequentialJudge of(Row row, MeasurementError error) {
        return new SequentialJudge(row, LookSchedule.of(row.sampling().requests()), error);
    }

    /** Before the first look. */
    public Progress start() {
        return new Progress(row, 0, looks[looks.length - 1], List.of(), List.of());
    }

    /** The number of measured requests after which to look next; empty after the last. */
    public OptionalInt nextLook(Progress progress) {
        return LookSchedule.after(looks, progress.requests());
    }

    /**
     * Looks at what was observed with {@code requests} measured, failed ones included.
     *
     * @throws IllegalArgumentException if {@code requests} is not the next look, since only planned looks keep the error
     */
    public Progress look(Progress before, int requests, Map<Metric, Observations> observed) {
        OptionalInt next = nextLook(before);
        if (next.isEmpty() || next.getAsInt() != requests) {
            throw new IllegalArgumentException("a look at " + requests + " requests was not planned; the next is "
                    + (next.isEmpty() ? "none" : "at " + next.getAsInt()));
        }
        List<Look> history = new ArrayList<>(before.history());
        List<Settling> targets = new ArrayList<>();
        for (int i = 0; i < row.targets().size(); i++) {
            Observations observations = Judge.observations(row.targets().get(i), observed);
            TargetVerdict found = assess(plain.get(i), i, requests, observed)
                    .toVerdict(row.targets().get(i));
            history.add(look(requests, found, plain.get(i).boundary(requests, observations)));
            targets.add(settle(i, before, requests, observed, found));
        }
        return new Progress(row, requests, before.cap(), targets, history);
    }

    private static Look look(int requests, TargetVerdict found, Boundary boundary) {
        return new Look(
                requests, found.target(), found.decision(), found.measured(), found.lower(), found.upper(), boundary);
    }

    private Assessment assess(TargetLooks rule, int i, int requests, Map<Metric, Observations> observed) {
        Target target = row.targets().get(i);
        return band.over(target, observed, all -> rule.assess(requests, Judge.observations(target, all)));
    }

    private Settling settle(
            int i, Progress before, int requests, Map<Metric, Observations> observed, TargetVerdict found) {
        Target target = row.targets().get(i);
        if (isFixed(target, Judge.observations(target, observed))) {
            Assessment seen = band.over(
                    target, observed, all -> TargetRules.assess(target, Judge.observations(target, all), Judge.ALPHA));
            return new Settling(seen.toVerdict(target), false, seen.fails(), false);
        }
        Optional<Settling> last = before.targets().stream().skip(i).findFirst();
        TargetVerdict verdict =
                last.filter(Settling::latched).map(Settling::verdict).orElse(found);
        boolean misses = verdict.decision() == Decision.FAIL
                && (last.map(Settling::failsRow).orElse(false)
                        || assess(corrected.get(i), i, requests, observed).fails());
        return settled(verdict, misses);
    }

    private static Settling settled(TargetVerdict verdict, boolean failsRow) {
        boolean latched = verdict.decision() != Decision.INCONCLUSIVE;
        boolean waits = verdict.decision() != Decision.PASS && !failsRow;
        return new Settling(verdict, latched, failsRow, waits);
    }

    /** What more requests don't settle: extremes, missing metrics, and claims about the build from one start. */
    private static boolean isFixed(Target target, Observations observations) {
        boolean extreme = target.statistic() == Statistic.MAX || target.statistic() == Statistic.MIN;
        return extreme || observations instanceof Missing || target.scope() == Scope.BUILD;
    }

    /** The looks at which {@code target} can be decided; spending at earlier ones would be for nothing. */
    private static int[] feasible(Target target, int[] looks) {
        int fewest = Math.min(SampleSize.fewest(target), looks[looks.length - 1]);
        return Arrays.stream(looks).filter(look -> look >= fewest).toArray();
    }

    private static List<TargetLooks> rules(Row row, int[] looks, double alpha) {
        return row.targets().stream()
                .map(target -> new TargetLooks(target, looks, SpendingLevels.of(feasible(target, looks), alpha), alpha))
                .toList();
    }
}
