package io.kanoa.thorgate.plan;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What serves in the place of a plan's model.
 *
 * @param title the name that people know it by
 * @param source repository of its weights
 * @param precision of its weights, e.g. {@code F16}
 * @param onEngines what is special about it on an engine, by the engine's id
 * @param context most tokens of prompt and answer together that it can hold; empty where that is not known
 * @param facts that the plan states of it
 */
record Substitute(
        String title,
        String source,
        String precision,
        Map<String, ModelOnEngine> onEngines,
        OptionalInt context,
        ModelFacts facts) {

    Substitute {
        onEngines = Map.copyOf(onEngines);
    }
}
