package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.FactKey;
import java.util.List;
import java.util.Optional;

/** Tells whether models can be loaded. */
final class LoadJudge {

    private final Estimates estimates;

    LoadJudge(Estimates estimates) {
        this.estimates = estimates;
    }

    /** @param times what is in memory at once, one time after the other */
    Feasibility judge(List<List<Load>> times) {
        return times.stream()
                .map(this::atOnce)
                .max((one, other) -> one.outcome().compareTo(other.outcome()))
                .orElseGet(() -> Feasibility.possible("nothing has to be loaded", List.of()));
    }

    private Feasibility atOnce(List<Load> loads) {
        return loads.stream()
                .flatMap(load -> unusable(load).stream())
                .findFirst()
                .orElseGet(() -> fitting(loads));
    }

    /** What rules out a load whatever the memory. */
    private static Optional<Feasibility> unusable(Load load) {
        List<String> missing = new Weights(load.model()).missingForAll();
        if (!missing.isEmpty()) {
            return Optional.of(TargetJudge.notKnown(load, missing));
        }
        long most = load.model().facts().number(FactKey.MAX_CONTEXT).orElse(Long.MAX_VALUE);
        return load.context() <= most
                ? Optional.empty()
                : Optional.of(new Feasibility(
                        Outcome.CANNOT_BE_LOADED,
                        load + " was made for " + most + " tokens, and the row asks for " + load.context(),
                        "Ask for a context of " + most + " tokens.",
                        List.of()));
    }

    private Feasibility fitting(List<Load> loads) {
        MemoryNeed need = estimates.memory(loads);
        if (need.there().isEmpty()) {
            return Feasibility.notKnown("the device's memory is not known", "State it in the plan's device.");
        }
        String sum = need.title() + (loads.size() > 1 ? " need " : " needs ") + Figures.bytes(need.bytes()) + " of "
                + Figures.bytes(need.there().getAsDouble());
        return need.tooLarge()
                ? new Feasibility(Outcome.CANNOT_BE_LOADED, sum, new MemoryAdvice(estimates).of(loads), need.lines())
                : Feasibility.possible(sum, need.lines());
    }
}
