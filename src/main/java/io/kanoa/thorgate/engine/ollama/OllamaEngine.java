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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** @param launcher runs the server, where it is not attached to */
    public OllamaEngine(Launcher launcher) {
        this.launcher = launcher;
    }

    /** {@inheritDoc} The model is not loaded then; a server that was run for it stays until {@link #close()}. */
    @Override
    public synchronized RunningEngine start(Serving serving, Duration timeout) {
        mustHaveNoArguments(serving);
        long deadline = System.nanoTime() + timeout.toNanos();
        Opened opened = open(serving, timeout);
        InstalledModel model = opened.server.models().of(serving.modelName());
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        return new ModelLoad(serving, opened.server, model, opened.nanos).run(left);
    }

    /**
     * Runs the server if need be and creates the model if it is a file, so that neither takes place within a span that is
     * timed from outside. {@link #start} does so otherwise.
     *
     * @throws EngineException if the model is not there
     */
    @Override
    public synchronized void prepare(Serving serving, Duration timeout) {
        open(serving, timeout).server.models().of(serving.modelName());
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

    private static void mustHaveNoArguments(Serving serving) {
        if (!serving.onEngine().arguments().isEmpty()) {
            throw new EngineException(
                    serving + ": Ollama takes no arguments for a single model, but the plan gives "
                            + serving.onEngine().arguments()
                            + "; set what you need in the engine's environment, or in a Modelfile's PARAMETER lines",
                    List.of());
        }
    }
}
