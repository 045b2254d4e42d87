package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What physics says of a row before it is run.
 *
 * @param row its id
 * @param loading whether all that must be in memory at once fits
 * @param memory one need for each time of the row: a swap has two, one model after the other
 * @param ceiling of the chat's decode rate; empty where a fact is missing or the row does not chat
 * @param floor of a swap's load; empty for other rows or where a fact is missing
 * @param targets those of the row's targets that physics bounds
 */
public record RowPhysics(
        String row,
        Feasibility loading,
        List<MemoryNeed> memory,
        Optional<Ceiling> ceiling,
        Optional<LoadFloor> floor,
        List<TargetPhysics> targets) {

    public RowPhysics {
        memory = List.copyOf(memory);
        targets = List.copyOf(targets);
    }

    /** The worst of loading and targets. */
    public Outcome outcome() {
        return Stream.concat(Stream.of(loading), targets.stream().map(TargetPhysics::feasibility))
                .map(Feasibility::outcome)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether the row can't be started, so that nothing of it can be measured. */
    public boolean cannotBeLoaded() {
        return loading.outcome() == Outcome.CANNOT_BE_LOADED;
    }

    /** What physics says of a target; empty where it does not bound it. */
    public Optional<Feasibility> of(Target target) {
        return targets.stream()
                .filter(judged -> judged.target().equals(target))
                .map(TargetPhysics::feasibility)
                .findFirst();
    }
}
