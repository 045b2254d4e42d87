package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.plan.Serving;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The options that a model is loaded with and that each request repeats, by Ollama's names. The plan's arguments give them as
 * {@code NAME=NUMBER}.
 */
record LoadOptions(Map<String, Integer> values) {

    private static final String CONTEXT = "num_ctx";
    private static final String THREADS = "num_thread";

    LoadOptions {
        values = Map.copyOf(values);
    }

    /** @throws EngineException if the plan's arguments are no options */
    static LoadOptions of(Serving serving) {
        Map<String, Integer> values = new LinkedHashMap<>();
        serving.context().ifPresent(tokens -> values.put(CONTEXT, tokens));
        serving.onEngine().arguments().forEach(argument -> put(argument, serving, values));
        return new LoadOptions(values);
    }

    /**
     * The same with all processors but one, unless the plan says how many. Ollama's threads wait for each other busily: one that
     * has to share its processor with whoever measures slows all of them down.
     */
    LoadOptions withProcessorForTheClient() {
        return with(THREADS, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** The same with the context that the model turned out to have, unless the plan says which. */
    LoadOptions withContext(int tokens) {
        return tokens == 0 ? this : with(CONTEXT, tokens);
    }

    boolean saysThreads() {
        return values.containsKey(THREADS);
    }

    private LoadOptions with(String name, int value) {
        Map<String, Integer> more = new LinkedHashMap<>(values);
        more.putIfAbsent(name, value);
        return new LoadOptions(more);
    }

    private static void put(String argument, Serving serving, Map<String, Integer> values) {
        if (!argument.matches("[a-z_]{1,40}=-?[0-9]{1,9}")) {
            throw new EngineException(
                    serving + ": the plan's argument \"" + argument
                            + "\" is no option of Ollama's: write NAME=NUMBER, e.g. num_thread=4; set all else in the engine's"
                            + " environment, or in a Modelfile's PARAMETER lines",
                    List.of());
        }
        int equals = argument.indexOf('=');
        values.put(argument.substring(0, equals), Integer.valueOf(argument.substring(equals + 1)));
    }
}
