package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * One load of a model into a server.
 *
 * @param options that it is loaded with
 * @param serverNanos time that went into running the server for this load
 */
record ModelLoad(Serving serving, OllamaServer server, InstalledModel model, LoadOptions options, long serverNanos) {

    private static final Duration UNLOADING = Duration.ofSeconds(30);

    /** @throws EngineException if it is not in memory as asked for; it is unloaded then */
    RunningEngine run(Duration timeout) {
        List<LoadedModel> others = server.api().loaded();
        mustNotBeAmong(others);
        Set<ProcessHandle> before = server.children();
        long requested = System.nanoTime();
        try {
            server.api().load(model.name(), options, timeout);
            long answered = System.nanoTime();
            LoadedModel loaded = loaded();
            long ready = System.nanoTime();
            Set<ProcessHandle> holders = server.children();
            holders.removeAll(before);
            EngineStart start = new EngineStart(
                    requested - serverNanos,
                    serverNanos,
                    answered - requested,
                    ready - answered,
                    "Ollama " + server.version(),
                    description(loaded, others) + optionsText(),
                    server.command());
            return new OllamaModel(
                    serving, endpoint(loaded), start, server, new Residence(server, model.name(), holders, UNLOADING));
        } catch (EngineException e) {
            giveBack(e);
            throw e;
        }
    }

    /** Its load could not be timed, and it is not ours to unload. */
    private void mustNotBeAmong(List<LoadedModel> others) {
        if (others.stream().anyMatch(other -> model.isCalled(other.name()))) {
            throw new EngineException(
                    serving + ": Ollama at " + server.api().base() + " holds " + model.name()
                            + " already, loaded by somebody else; its load can't be timed, and it is not ours to unload: end it"
                            + " with `ollama stop " + model.name() + "`",
                    List.of());
        }
    }

    private LoadedModel loaded() {
        LoadedModel loaded = server.api().loaded().stream()
                .filter(listed -> model.isCalled(listed.name()))
                .findFirst()
                .orElseThrow(() -> failure("was loaded, but /api/ps does not list it"));
        serving.context().ifPresent(asked -> mustHaveContext(loaded.context(), asked));
        return loaded;
    }

    /** Ollama cuts a context down to the model's own limit without an error. */
    private void mustHaveContext(int actual, int asked) {
        if (actual != 0 && actual != asked) {
            throw failure("was asked for a context of " + asked + " tokens and has " + actual
                    + ": that is as much as the model takes, so choose a smaller context or another model");
        }
    }

    private Endpoint endpoint(LoadedModel loaded) {
        Dialect dialect = serving.onEngine().chat() ? Dialect.OLLAMA_CHAT : Dialect.OLLAMA_GENERATE;
        return new Endpoint(
                server.api().base(),
                dialect,
                model.name(),
                options.withContext(loaded.context()).values());
    }

    private String description(LoadedModel loaded, List<LoadedModel> others) {
        String beside = others.isEmpty()
                ? ""
                : "; loaded before it: "
                        + String.join(
                                ", ", others.stream().map(LoadedModel::name).toList());
        return model.description() + ", " + loaded.place() + beside;
    }

    private String optionsText() {
        return options.saysThreads() ? "; options " + new TreeMap<>(options.values()) : "";
    }

    private EngineException failure(String what) {
        return new EngineException(serving + ": " + model.name() + " " + what, List.of());
    }

    private void giveBack(EngineException cause) {
        try {
            server.api().unload(model.name());
        } catch (EngineException e) {
            cause.addSuppressed(e);
        }
    }
}
