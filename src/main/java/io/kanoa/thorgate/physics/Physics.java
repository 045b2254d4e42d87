package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds rows against what a device can do. Reads nothing and starts nothing. */
public final class Physics {

    private final Estimates estimates;
    private final Function<Serving, Candidate> candidates;

    /** @param candidates what is known of each of the plan's models on its engine */
    public Physics(Hardware hardware, Assumptions assumptions, Function<Serving, Candidate> candidates) {
        this.estimates = new Estimates(hardware, assumptions);
        this.candidates = candidates;
    }

    /** What physics says of a row. */
    public RowPhysics of(Row row) {
        Work work = row.work();
        if (work instanceof Work.SingleUser single) {
            return chat(row, single.serving(), single.context(), List.of());
        }
        if (work instanceof Work.Neighbours both) {
            return chat(row, both.foreground(), both.context(), List.of(load(both.background(), both.context())));
        }
        if (work instanceof Work.VectorSearch search) {
            return chat(row, search.foreground(), search.context(), List.of());
        }
        return work instanceof Work.Swap swap ? swap(row, swap) : judged(row, List.of(), Optional.empty(), List.of());
    }

    /**
     * How neighbours share the device's memory; empty where nothing is to be shared, or what they need is not known.
     */
    public Optional<MemoryShares> shares(Row row) {
        boolean isKnown = row.work().servings().stream()
                .allMatch(serving ->
                        new Weights(candidates.apply(serving)).missingForAll().isEmpty());
        return isKnown ? MemoryShares.of(row, serving -> need(row, serving)) : Optional.empty();
    }

    private double need(Row row, Serving serving) {
        Load load = row.work() instanceof Work.Neighbours work ? load(serving, work.context()) : load(serving);
        return estimates.memory(List.of(load)).bytes();
    }

    /** The ceiling of a model's decode rate at a context; empty where a fact is missing. */
    public Optional<Ceiling> ceiling(Candidate model, long context) {
        return estimates.missingForCeiling(model).isEmpty()
                ? Optional.of(estimates.ceiling(new Load(model, context, CacheType.PLAIN)))
                : Optional.empty();
    }

    /** What a model needs in memory with a cache for {@code context} tokens; empty where a fact is missing. */
    public Optional<MemoryNeed> memory(Candidate model, long context) {
        return new Weights(model).missingForAll().isEmpty()
                ? Optional.of(estimates.memory(List.of(new Load(model, context, CacheType.PLAIN))))
                : Optional.empty();
    }

    /** The least time that loading a model takes; empty where a fact is missing. */
    public Optional<LoadFloor> loadFloor(Candidate model) {
        return new Weights(model).missingForAll().isEmpty() ? Optional.of(estimates.floor(model)) : Optional.empty();
    }

    private RowPhysics chat(Row row, Serving serving, Context context, List<Load> beside) {
        Load load = load(serving, context);
        List<Load> atOnce = Stream.concat(Stream.of(load), beside.stream()).toList();
        TargetJudge judge = new TargetJudge(estimates);
        List<TargetPhysics> targets = targets(row, target -> judge.chat(target, load, Speculation.in(serving)));
        return judged(row, List.of(atOnce), ceiling(load.model(), load.context()), targets);
    }

    /** Only a strategy that reads weights from files has a floor by the disk. */
    private RowPhysics swap(Row row, Work.Swap swap) {
        Load first = load(swap.unload());
        Load next = load(swap.load());
        boolean readsDisk = swap.strategy().readsDisk();
        TargetJudge judge = new TargetJudge(estimates);
        RowPhysics judged = judged(
                row,
                times(swap.strategy(), first, next),
                Optional.empty(),
                readsDisk ? targets(row, target -> judge.swapping(target, first, next)) : List.of());
        return new RowPhysics(
                row.id(),
                judged.loading(),
                judged.memory(),
                Optional.empty(),
                readsDisk ? loadFloor(next.model()) : Optional.empty(),
                judged.targets());
    }

    /** What must be in memory at once: one model after the other, or both; one that sleeps has no cache. */
    private static List<List<Load>> times(SwapStrategy strategy, Load first, Load next) {
        return switch (strategy) {
            case RESIDENT -> List.of(List.of(first, next));
            case SLEEP_1 -> List.of(List.of(first, next.with(0)), List.of(first.with(0), next));
            case RESTART, SLEEP_2, KEEP_ALIVE -> List.of(List.of(first), List.of(next));
        };
    }

    private RowPhysics judged(Row row, List<List<Load>> times, Optional<Ceiling> ceiling, List<TargetPhysics> targets) {
        List<MemoryNeed> needs = times.stream()
                .filter(loads -> loads.stream()
                        .allMatch(load ->
                                new Weights(load.model()).missingForAll().isEmpty()))
                .map(estimates::memory)
                .toList();
        Feasibility loading = new LoadJudge(estimates).judge(times);
        return new RowPhysics(row.id(), loading, needs, ceiling, Optional.empty(), targets);
    }

    private static List<TargetPhysics> targets(Row row, Function<Target, Optional<TargetPhysics>> judge) {
        return row.targets().stream().map(judge).flatMap(Optional::stream).toList();
    }

    private Load load(Serving serving, Context context) {
        return new Load(candidates.apply(serving), context.tokens(), CacheType.of(serving));
    }

    /** A serving without a context of its own has a cache of unknown length, which counts as none. */
    private Load load(Serving serving) {
        return new Load(candidates.apply(serving), serving.context().orElse(0), CacheType.of(serving));
    }
}
