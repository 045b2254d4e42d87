package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
 * @param context most tokens of prompt and answer together that it can hold; empty where the plan does not say
 * @param inPlaceOf title of the plan's model, where this one of other weights serves under its id; null where it is the
 *     plan's own
 * @param facts that the plan states of the weights that serve
 */
public record Model(
        String id,
        String title,
        List<String> roles,
        String source,
        String precision,
        @Nullable StandIn standIn,
        Map<String, ModelOnEngine> onEngines,
        OptionalInt context,
        @Nullable String inPlaceOf,
        ModelFacts facts) {

    public Model {
        roles = List.copyOf(roles);
        onEngines = Map.copyOf(onEngines);
    }

    /** A model of whose weights nothing is stated. */
    public Model(
            String id,
            String title,
            List<String> roles,
            String source,
            String precision,
            @Nullable StandIn standIn,
            Map<String, ModelOnEngine> onEngines,
            OptionalInt context,
            @Nullable String inPlaceOf) {
        this(id, title, roles, source, precision, standIn, onEngines, context, inPlaceOf, ModelFacts.NONE);
    }

    /** A model whose most tokens are not told. */
    public Model(
            String id,
            String title,
            List<String> roles,
            String source,
            String precision,
            @Nullable StandIn standIn,
            Map<String, ModelOnEngine> onEngines) {
        this(id, title, roles, source, precision, standIn, onEngines, OptionalInt.empty(), null, ModelFacts.NONE);
    }

    /** A model with nothing special about it on any engine. */
    public Model(
            String id, String title, List<String> roles, String source, String precision, @Nullable StandIn standIn) {
        this(id, title, roles, source, precision, standIn, Map.of(), OptionalInt.empty(), null, ModelFacts.NONE);
    }

    /** Whether other weights serve in the place of the plan's model. */
    public boolean isSubstitute() {
        return inPlaceOf != null;
    }

    /** The same model, of which a synthetic one of this shape is served. */
    Model servedBy(StandIn shape) {
        return new Model(id, title, roles, source, precision, shape);
    }

    /** The same model, in whose place another one is served. */
    Model servedBy(Substitute other) {
        return new Model(
                id,
                other.title(),
                roles,
                other.source(),
                other.precision(),
                null,
                other.onEngines(),
                other.context(),
                inPlaceOf == null ? title : inPlaceOf,
                other.facts());
    }
}
