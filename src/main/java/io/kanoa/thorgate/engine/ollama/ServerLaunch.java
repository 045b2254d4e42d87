package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.HealthCheck;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.engine.server.ServerStart;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs {@code ollama serve} on a free port. */
record ServerLaunch(Launcher launcher, Serving serving) {

    private static final String HOST = "OLLAMA_HOST";
    private static final Duration GRACE = Duration.ofSeconds(10);

    /**
     * What the plan's environment may change. Models stay until they are unloaded, none makes room for another as long as
     * both fit, each answers one request at a time; a request that names no context gets one that does not depend on the
     * machine's memory; and nothing of the user's store is tidied away.
     */
    private static final Map<String, String> DEFAULTS = Map.of(
            "OLLAMA_KEEP_ALIVE", "-1",
            "OLLAMA_MAX_LOADED_MODELS", "4",
            "OLLAMA_NUM_PARALLEL", "1",
            "OLLAMA_CONTEXT_LENGTH", "4096",
            "OLLAMA_NOPRUNE", "1");

    OllamaServer run(Duration timeout) {
        int port = FreePort.find();
        Invocation invocation = invocation(port);
        launcher.prepare(invocation);
        long requested = System.nanoTime();
        Hosted hosted = launcher.launch(invocation);
        ServerAddress address = ServerAddress.local(port);
        long ready = new ServerStart(
                        serving, hosted, new HealthCheck(address.base().resolve("/api/version"))::isReady)
                .awaitReady(timeout);
        return OllamaServer.hosted(address, hosted, ready - requested);
    }

    private Invocation invocation(int port) {
        EngineSpec engine = serving.engine();
        return new Invocation(
                engine.id(),
                engine.launch(),
                List.of("ollama", "serve"),
                engine.arguments(),
                environment(Launcher.listenAddress(engine.launch()) + ":" + port),
                port,
                List.of(),
                GRACE);
    }

    private Map<String, String> environment(String address) {
        Map<String, String> environment = new HashMap<>(DEFAULTS);
        environment.putAll(serving.engine().environment());
        if (environment.put(HOST, address) != null) {
            throw new EngineException(
                    "engine " + serving.engine().id() + ": its environment sets " + HOST
                            + ", but the port is chosen at each start; remove it, or attach to a service that runs there",
                    List.of());
        }
        return environment;
    }
}
