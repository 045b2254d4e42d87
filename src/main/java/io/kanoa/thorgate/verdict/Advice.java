package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What would settle a target that is INCONCLUSIVE.
 *
 * @param requests in all that would settle it if they come out like those seen; empty where requests are no remedy
 * @param text for people
 */
public record Advice(OptionalInt requests, String text) {

    private static final int MOST_TIMES = 16;
    private static final int MOST_FROM_FEW = 700;
    private static final int FEWEST = 5;

    /** What to do about {@code target}; empty where it is settled. */
    public static Optional<Advice> of(Target target, Observations observations) {
        if (observations instanceof Missing) {
            return Optional.of(no("measure " + target.metric() + " first"));
        }
        Assessment now = decide(target, observations);
        if (now.passes() || now.fails()) {
            return Optional.empty();
        }
        if (target.scope() == Scope.BUILD && !(observations instanceof Trials)) {
            return Optional.of(no("repeat the start of the engine, " + StartLooks.AT_3_5_8.starts() + " times"));
        }
        return Optional.of(more(target, observations));
    }

    /**
     * What to do about each target of a row that is not settled, in the row's order.
     *
     * @param observed behind {@code verdict}
     * @param cap of requests that the plan sets
     */
    public static Map<Target, Advice> of(
            RowVerdict verdict, Map<Metric, Observations> observed, Optional<Steadiness> steadiness, int cap) {
        boolean unsteady = steadiness.filter(s -> !s.isSteady()).isPresent();
        Map<Target, Advice> advice = new LinkedHashMap<>();
        for (TargetVerdict target : verdict.targets()) {
            if (unsteady && verdict.decision() == Decision.INCONCLUSIVE) {
                advice.put(target.target(), no(steadiness.orElseThrow().remedy()));
            } else if (target.decision() == Decision.INCONCLUSIVE) {
                advice.put(
                        target.target(), within(cap, target.target(), Judge.observations(target.target(), observed)));
            }
        }
        return advice;
    }

    /** More starts of the engine, {@code starts} in all, would settle it. */
    public static Advice starts(int starts) {
        return no("about " + starts + " starts of the engine would settle it");
    }

    private static Advice within(int cap, Target target, Observations observations) {
        Advice advice = of(target, observations)
                .orElseGet(
                        () -> no(
                                "a wider cap than " + cap
                                        + " requests: one look at these would settle it, but the looks on the way use part of that up"));
        return advice.requests().isPresent() && advice.requests().getAsInt() > cap
                ? new Advice(advice.requests(), advice.text() + "; the plan's cap is " + cap)
                : advice;
    }

    private static Advice more(Target target, Observations observations) {
        int n = Projection.size(observations);
        int most = Math.max(n * MOST_TIMES, MOST_FROM_FEW);
        if (n == 0 || !settles(target, observations, most)) {
            return no("more of the same requests do not settle it: failures stand against it, or the true value"
                    + " lies too close to the limit");
        }
        int few = Math.max(n, FEWEST - 1);
        int enough = most;
        while (enough - few > 1) {
            int middle = (few + enough) >>> 1;
            if (settles(target, observations, middle)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return new Advice(OptionalInt.of(enough), "about " + enough + " requests instead of " + n + " would settle it");
    }

    private static boolean settles(Target target, Observations observations, int n) {
        return Projection.to(observations, n)
                .map(prolonged -> decide(target, prolonged))
                .filter(found -> found.passes() || found.fails())
                .isPresent();
    }

    private static Assessment decide(Target target, Observations observations) {
        return TargetRules.decide(target, observations, Judge.ALPHA);
    }

    private static Advice no(String text) {
        return new Advice(OptionalInt.empty(), text);
    }
}
