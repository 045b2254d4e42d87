package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A candidate model of the plan.
 *
 * @param id its key in the plan
 * @param title the name that people know it by
 * @param roles workloads it is a candidate for
 * @param source repository of its weights
 * @param precision of its weights, e.g. {@code BF16}
 * @param standIn what serves in its place in this profile; null where the model itself is served
 * @param onEngines what is special about it on an engine, by the engine's id
 */
public record Model(
        String id,
        String title,
        List<String> roles,
        String source,
        String precision,
        @Nullable StandIn standIn,
        Map<String, ModelOnEngine> onEngines) {

    public Model {
        roles = List.copyOf(roles);
        onEngines = Map.copyOf(onEngines);
    }

    /** A model with nothing special about it on any engine. */
    public Model(
            String id, String title, List<String> roles, String source, String precision, @Nullable StandIn standIn) {
        this(id, title, roles, source, precision, standIn, Map.of());
    }
}
