package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A model that Ollama serves. */
final class OllamaModel implements RunningEngine {

    private final Serving serving;
    private final Endpoint endpoint;
    private final EngineStart start;
    private final OllamaServer server;
    private final Residence residence;
    private OptionalLong unloaded = OptionalLong.empty();

    OllamaModel(Serving serving, Endpoint endpoint, EngineStart start, OllamaServer server, Residence residence) {
        this.serving = serving;
        this.endpoint = endpoint;
        this.start = start;
        this.server = server;
        this.residence = residence;
    }

    @Override
    public Serving serving() {
        return serving;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public EngineStart startReport() {
        return start;
    }

    /** {@inheritDoc} It is the server's: its tree holds the other models of the server too. */
    @Override
    public OptionalLong processId() {
        return server.pid();
    }

    /** {@inheritDoc} False as well once Ollama has evicted the model, e.g. to make room for another. */
    @Override
    public boolean isAlive() {
        return residence.isThere();
    }

    @Override
    public String state() {
        return isAlive() ? "is running" : server.isAlive() ? "was unloaded or evicted" : "went with its server";
    }

    /** {@inheritDoc} The last one is ours where the server runs on without the model. */
    @Override
    public List<String> logTail(int lines) {
        List<String> log = new ArrayList<>(server.logTail(lines));
        if (server.isAlive() && !residence.isThere()) {
            log.add("Thor Gate: Ollama at " + endpoint.base() + " runs, but it no longer holds " + endpoint.model()
                    + " as it was loaded: it was unloaded or evicted, or its process ended");
        }
        return log.subList(Math.max(0, log.size() - lines), log.size());
    }

    /** {@inheritDoc} A blob of its store, also where the plan names a file: that was copied. */
    @Override
    public List<Path> weightFiles() {
        return server.api().weightFile(endpoint.model()).stream()
                .flatMap(named -> ModelPlaces.ofThisProcess().weightFiles(serving, named).stream())
                .toList();
    }

    /** {@inheritDoc} Those of the model in its store: it loads them as they are. */
    @Override
    public HeldWeights heldWeights() {
        HeldWeights held = server.api().weights(endpoint.model());
        return server.api().loaded().stream()
                .filter(listed -> InstalledModel.isSame(listed.name(), endpoint.model()))
                .map(listed -> held.alsoCalled(listed.bytes() + " bytes in memory"))
                .findFirst()
                .orElse(held);
    }

    @Override
    public synchronized long unload() {
        if (unloaded.isEmpty()) {
            long requested = System.nanoTime();
            residence.end();
            unloaded = OptionalLong.of(System.nanoTime() - requested);
        }
        return unloaded.getAsLong();
    }
}
