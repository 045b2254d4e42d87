package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Target;
import java.util.List;
import java.util.Optional;

/** Holds targets against ceilings and floors. */
final class TargetJudge {

    private final Estimates estimates;
    private final Advice advice;

    TargetJudge(Estimates estimates) {
        this.estimates = estimates;
        this.advice = new Advice(estimates);
    }

    /** For a row that chats; empty for a target that physics does not bound. */
    Optional<TargetPhysics> chat(Target target, Load load, boolean speculative) {
        return RateGoal.of(target).map(goal -> new TargetPhysics(target, rate(goal, load, speculative)));
    }

    /**
     * For a row that swaps by reading files; empty for a target that physics does not bound.
     *
     * @param first the model that comes back
     * @param next the model that comes
     */
    Optional<TargetPhysics> swapping(Target target, Load first, Load next) {
        return target.comparison().isUpperLimit()
                ? read(target.metric(), first, next).map(load -> new TargetPhysics(target, time(target, load)))
                : Optional.empty();
    }

    /** What a time is spent on reading from disk; nothing where the page cache may hold it. */
    private static Optional<Load> read(Metric metric, Load first, Load next) {
        return switch (metric) {
            case MODEL_LOAD_TIME, MODEL_SWAP_TIME -> Optional.of(next);
            case MODEL_SWAP_BACK_TIME -> Optional.of(first);
            default -> Optional.empty();
        };
    }

    private Feasibility rate(RateGoal goal, Load load, boolean speculative) {
        List<String> missing = estimates.missingForCeiling(load.model());
        if (!missing.isEmpty()) {
            return notKnown(load, missing);
        }
        Ceiling ceiling = estimates.ceiling(load);
        String allows = "plain decoding of " + load + " at " + load.context() + " tokens reaches "
                + Figures.rate(ceiling.tokensPerSecond()) + " at most";
        if (goal.metBy(ceiling.tokensPerSecond())) {
            return Feasibility.possible(allows, ceiling.lines());
        }
        return speculative
                ? Feasibility.possible(allows + "; " + asked(goal, ceiling), ceiling.lines())
                : new Feasibility(
                        Outcome.BEYOND_CEILING,
                        allows + ", and the target is " + goal.target(),
                        advice.forRate(load, goal),
                        ceiling.lines());
    }

    private static String asked(RateGoal goal, Ceiling ceiling) {
        return "with speculative decoding the target takes " + Figures.digits(ceiling.tokensPerPassFor(goal.limit()))
                + " tokens per pass";
    }

    private Feasibility time(Target target, Load load) {
        List<String> missing = new Weights(load.model()).missingForAll();
        if (!missing.isEmpty()) {
            return notKnown(load, missing);
        }
        LoadFloor floor = estimates.floor(load.model());
        double limit = target.limitInMetricUnit();
        if (floor.seconds().isEmpty()) {
            return Feasibility.notKnown(
                    target + " takes a disk that reads " + Figures.bytes(floor.bytes()) + " at "
                            + Figures.bandwidth(floor.rateFor(limit)),
                    "Measure the disk's rate.");
        }
        return timed(target, load, floor, limit);
    }

    private Feasibility timed(Target target, Load load, LoadFloor floor, double limit) {
        String allows = "reading " + load + " from disk takes "
                + Figures.seconds(floor.seconds().orElseThrow()) + " at least";
        return target.metBy(floor.seconds().orElseThrow())
                ? Feasibility.possible(allows, floor.lines())
                : new Feasibility(
                        Outcome.BEYOND_CEILING,
                        allows + ", and the target is " + target,
                        advice.forLoad(load, floor, limit),
                        floor.lines());
    }

    static Feasibility notKnown(Load load, List<String> missing) {
        return Feasibility.notKnown(
                "not known of " + load + ": " + String.join(", ", missing),
                "State these facts in the plan, or put the model's files there.");
    }
}
