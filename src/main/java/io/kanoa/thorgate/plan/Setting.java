package io.kanoa.thorgate.plan;

import java.util.Map;
import java.util.Optional;

/**
 * What a profile gives to a row: models as they are served there, one engine, one context, the shape of its questions.
 *
 * @param strategy by which it swaps, if it does
 * @param chosen the vector database of a row that names some
 * @param asked of vector databases
 */
record Setting(
        Map<String, Model> models,
        EngineSpec engine,
        Optional<Context> given,
        WorkShape shape,
        SwapStrategy strategy,
        Optional<DatabaseSpec> chosen,
        Optional<Retrieval> asked) {

    Serving serving(String model) {
        return new Serving(served(model), engine);
    }

    /** The row's context, shortened to what {@code model} holds on the engine. */
    Context context(String model) {
        Context asked = given.orElseThrow();
        return new Context(asked.label(), Room.of(served(model), engine).fit(asked.tokens()));
    }

    DatabaseSpec database() {
        return chosen.orElseThrow();
    }

    Retrieval retrieval() {
        return asked.orElseThrow();
    }

    private Model served(String model) {
        return Optional.ofNullable(models.get(model)).orElseThrow(() -> new IllegalStateException("no model " + model));
    }
}
