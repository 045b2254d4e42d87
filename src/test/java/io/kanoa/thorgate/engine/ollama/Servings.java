package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.ModelOnEngine;
import io.kanoa.thorgate.plan.Serving;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Servings for tests. */
final class Servings {

    private Servings() {}

    static EngineSpec spec(Launch launch, Map<String, String> environment) {
        return new EngineSpec("ollama", "ollama", List.of(), environment, launch);
    }

    static Serving of(EngineSpec engine, String model, int context, boolean chat) {
        ModelOnEngine onEngine = new ModelOnEngine(Optional.of(model), List.of(), OptionalInt.empty(), chat);
        return new Serving(small(engine, onEngine), engine, OptionalInt.of(context));
    }

    static Serving withArguments(Serving serving, String... arguments) {
        ModelOnEngine onEngine =
                new ModelOnEngine(serving.onEngine().name(), List.of(arguments), OptionalInt.empty(), true);
        return new Serving(small(serving.engine(), onEngine), serving.engine(), serving.context());
    }

    private static Model small(EngineSpec engine, ModelOnEngine onEngine) {
        Map<String, ModelOnEngine> onEngines = Map.of(engine.id(), onEngine);
        return new Model("small", "Small", List.of(), "a/small", "Q4", null, onEngines, OptionalInt.empty(), null);
    }

    static OllamaServer attached(URI base) {
        return OllamaServer.attached(new ServerAddress(base), Duration.ofSeconds(5));
    }

    /** The GGUF file of SmolLM2-135M-Instruct. */
    static String smallModel() {
        return Optional.ofNullable(System.getProperty("SMOLLM2_GGUF"))
                .or(() -> Optional.ofNullable(System.getenv("SMOLLM2_GGUF")))
                .orElseThrow(() -> new AssertionError("set SMOLLM2_GGUF to the GGUF file of SmolLM2-135M-Instruct"));
    }
}
