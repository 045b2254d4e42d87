package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A model on an engine: what a lease is taken for. Rows with an equal serving share one running engine.
 *
 * @param context most tokens of prompt and answer together that the engine is started with; empty leaves it to the engine
 */
public record Serving(Model model, EngineSpec engine, OptionalInt context) {

    /** A serving whose context is left to the engine. */
    public Serving(Model model, EngineSpec engine) {
        this(model, engine, OptionalInt.empty());
    }

    /** What the plan says of the model on this engine. */
    public ModelOnEngine onEngine() {
        return model.onEngines().getOrDefault(engine.id(), ModelOnEngine.PLAIN);
    }

    /** What the engine is asked to serve: repository, folder, file or tag. */
    public String modelName() {
        return onEngine().name().orElse(model.source());
    }

    /** The engine's arguments of the plan, then the model's on it. */
    public List<String> arguments() {
        return Stream.concat(engine.arguments().stream(), onEngine().arguments().stream())
                .toList();
    }

    /** The same with more arguments, before those of the model. */
    public Serving withArguments(List<String> more) {
        List<String> all =
                Stream.concat(engine.arguments().stream(), more.stream()).toList();
        return new Serving(
                model,
                new EngineSpec(
                        engine.id(), engine.driver(), all, engine.environment(), engine.launch(), engine.apiKey()),
                context);
    }

    /**
     * The same with other weights in the place of the model's.
     *
     * @param name what the engine knows them by: repository, folder, file or tag
     */
    Serving from(String name) {
        ModelOnEngine was = onEngine();
        ModelOnEngine now = new ModelOnEngine(Optional.of(name), was.arguments(), was.context(), was.chat());
        String title = name.substring(name.lastIndexOf('/') + 1);
        Substitute other = new Substitute(
                title, name, "as in its files", Map.of(engine.id(), now), OptionalInt.empty(), ModelFacts.NONE);
        return new Serving(model.servedBy(other), engine, context);
    }

    @Override
    public String toString() {
        return model.id() + " on " + engine.id();
    }
}
