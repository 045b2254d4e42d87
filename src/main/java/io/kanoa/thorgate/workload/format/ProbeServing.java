package io.kanoa.thorgate.workload.format;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.ModelOnEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.weights.tiny.FormatSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an engine of the plan is asked to serve a tiny model.
 *
 * @param folder for what the engine keeps of it
 */
record ProbeServing(EngineSpec engine, Path folder) {

    private static final int CONTEXT = 256;

    /** What makes a tiny model quick to load, or has the engine say what it holds. */
    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "vllm", List.of("--enforce-eager", "--gpu-memory-utilization", "0.30"),
            "llama-server", List.of("--verbosity", "4"));

    /** Engines that know one file of weights, and no folders. */
    private static final List<String> TAKES_FILES = List.of("llama-server", "embedded");

    /** @param model as {@link FormatSample#write} gives it */
    Serving of(FormatSample sample, Path model) {
        String id = "format-" + sample.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Path weights = model.resolve("model.safetensors");
        Path named = Files.exists(weights) && TAKES_FILES.contains(engine.driver()) ? weights : model;
        ModelOnEngine onEngine = new ModelOnEngine(
                Optional.of(named.toString()),
                ARGUMENTS.getOrDefault(engine.driver(), List.of()),
                OptionalInt.of(CONTEXT),
                false);
        Model tiny = new Model(
                id,
                "tiny " + sample.format() + " (" + sample.layout() + ")",
                List.of(),
                named.toString(),
                sample.format().name(),
                null,
                Map.of(engine.id(), onEngine));
        return new Serving(tiny, withStoreOfItsOwn(), OptionalInt.of(CONTEXT));
    }

    /** A program of Ollama's keeps what it imports; the user's store is not the place for it. */
    private EngineSpec withStoreOfItsOwn() {
        if (!engine.driver().equals("ollama") || !(engine.launch() instanceof Launch.Program)) {
            return engine;
        }
        Map<String, String> environment = new HashMap<>(engine.environment());
        environment.put("OLLAMA_MODELS", folder.resolve("ollama").toString());
        return new EngineSpec(engine.id(), engine.driver(), engine.arguments(), environment, engine.launch());
    }
}
