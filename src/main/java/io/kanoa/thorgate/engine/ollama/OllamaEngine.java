package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves models with Ollama: one server for each engine of the plan, run when its first model is asked for and ended by
 * {@link #close()}, or a service that runs already and is never stopped.
 *
 * <p>A model is one of Ollama's tags, which must have been pulled, or a path that ends in {@code .gguf}, from which a model
 * {@code thor-gate/FILE-DIGEST} is created once and kept.
 *
 * <p>What a load time holds: models come and go, the server stays. So the server's own start is the process part of the one
 * load that it was run for, and 0 in all others. The weights part is the request to load, in which Ollama also starts the
 * process that holds the model. Creating a model from a file, and pulling an image, are in none of the parts.
 */
public final class OllamaEngine implements Engine {

    private final Launcher launcher;
    private final Map<EngineSpec, OllamaServer> servers = new LinkedHashMap<>();
    private final Set<EngineSpec> placed = new HashSet<>();
    private final Set<EngineSpec> cpuOnly = new HashSet<>();

    /** @param launcher runs the server, where it is not attached to */
    public OllamaEngine(Launcher launcher) {
        this.launcher = launcher;
    }

    /** {@inheritDoc} The model is not loaded then; a server that was run for it stays until {@link #close()}. */
    @Override
    public synchronized RunningEngine start(Serving serving, Duration timeout) {
        LoadOptions asked = LoadOptions.of(serving);
        long deadline = System.nanoTime() + timeout.toNanos();
        Opened opened = open(serving, timeout);
        InstalledModel model = opened.server.models().of(serving.modelName());
        LoadOptions options = cpuOnly.contains(serving.engine()) ? asked.withProcessorForTheClient() : asked;
        return new ModelLoad(serving, opened.server, model, options, opened.nanos)
                .run(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }

    /**
     * Runs the server if need be and creates the model if it is a file, so that neither takes place within a span that is
     * timed from outside. {@link #start} does so otherwise. The first model that a server is asked for is also loaded once, to
     * learn whether there is a GPU for it: without one, a processor is left to the client.
     *
     * @throws EngineException if the model is not there
     */
    @Override
    public synchronized void prepare(Serving serving, Duration timeout) {
        LoadOptions asked = LoadOptions.of(serving);
        OllamaServer server = open(serving, timeout).server;
        InstalledModel model = server.models().of(serving.modelName());
        if (!asked.saysThreads() && placed.add(serving.engine()) && server.isOnTheCpuOnly(model, asked, timeout)) {
            cpuOnly.add(serving.engine());
        }
    }

    /** {@inheritDoc} Services that were attached to run on. */
    @Override
    public synchronized void close() {
        EngineException first = null;
        for (OllamaServer server : servers.values()) {
            try {
                server.end();
            } catch (EngineException e) {
                first = first == null ? e : first;
            }
        }
        servers.clear();
        if (first != null) {
            throw first;
        }
    }

    /** A server, and the nanoseconds that running it took just now. */
    private record Opened(OllamaServer server, long nanos) {}

    private Opened open(Serving serving, Duration timeout) {
        OllamaServer present = servers.get(serving.engine());
        if (present != null && present.isAlive()) {
            return new Opened(present, 0);
        }
        endRemains(present);
        OllamaServer server = serving.engine().launch() instanceof Launch.Attach attach
                ? OllamaServer.attached(ServerAddress.of(serving, attach), timeout)
                : new ServerLaunch(launcher, serving).run(timeout);
        servers.put(serving.engine(), server);
        return new Opened(server, server.startNanos());
    }

    private void endRemains(@Nullable OllamaServer dead) {
        if (dead != null) {
            servers.values().remove(dead);
            dead.end();
        }
    }
}
