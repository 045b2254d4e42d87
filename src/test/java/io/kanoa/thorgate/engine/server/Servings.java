package io.kanoa.thorgate.engine.server;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.ModelOnEngine;
import io.kanoa.thorgate.plan.Serving;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the tests of drivers serve.
 *
 * @param name what the engine knows the model by; empty leaves it to the source
 * @param modelArguments of the model on this engine
 */
public record Servings(
        Launch launch,
        Optional<String> name,
        List<String> engineArguments,
        List<String> modelArguments,
        OptionalInt context,
        boolean chat) {

    public static final String ENGINE = "local";
    public static final String MODEL = "smol";
    public static final String SOURCE = "somebody/Smol-135M";

    /** A program of the driver's own choice, with nothing said of the model. */
    public static final Servings PROGRAM = new Servings(
            new Launch.Program(Optional.empty()), Optional.empty(), List.of(), List.of(), OptionalInt.empty(), true);

    public static Servings attachedTo(URI address) {
        return PROGRAM.by(new Launch.Attach(address));
    }

    public Servings by(Launch other) {
        return new Servings(other, name, engineArguments, modelArguments, context, chat);
    }

    public Servings named(String other) {
        return new Servings(launch, Optional.of(other), engineArguments, modelArguments, context, chat);
    }

    public Servings withArguments(List<String> ofEngine, List<String> ofModel) {
        return new Servings(launch, name, ofEngine, ofModel, context, chat);
    }

    public Servings withContext(int tokens) {
        return new Servings(launch, name, engineArguments, modelArguments, OptionalInt.of(tokens), chat);
    }

    public Servings asPlainText() {
        return new Servings(launch, name, engineArguments, modelArguments, context, false);
    }

    public Serving serving() {
        Model model = new Model(
                MODEL,
                "Smol",
                List.of("chat"),
                SOURCE,
                "Q4_1",
                null,
                Map.of(ENGINE, new ModelOnEngine(name, modelArguments, OptionalInt.empty(), chat)),
                OptionalInt.empty(),
                null);
        EngineSpec engine = new EngineSpec(ENGINE, "driver", engineArguments, Map.of("SEEN", "yes"), launch);
        return new Serving(model, engine, context);
    }
}
