package io.kanoa.thorgate.plan;

import java.util.Map;
import java.util.Optional;

/**
 * What serves in the place of models in a profile.
 *
 * @param standIns synthetic models, by model
 * @param substitutes other models, by model, or by {@link #ALL} for all that have nothing of their own
 */
record Replacements(Map<String, Placed<StandIn>> standIns, Map<String, Substitute> substitutes) {

    /** Stands for every model. */
    static final String ALL = "*";

    /** The model as the profile serves it. */
    Model served(Model model) {
        return standIn(model.id())
                .map(standIn -> model.servedBy(standIn.value()))
                .or(() -> substitute(model.id()).map(model::servedBy))
                .orElse(model);
    }

    Optional<Placed<StandIn>> standIn(String model) {
        return Optional.ofNullable(standIns.get(model));
    }

    private Optional<Substitute> substitute(String model) {
        return Optional.ofNullable(substitutes.getOrDefault(model, substitutes.get(ALL)));
    }
}
