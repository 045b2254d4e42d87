package io.kanoa.thorgate.engine.vllm;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.server.AttachedEngine;
import io.kanoa.thorgate.engine.server.AttachedServer;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A vLLM that somebody else runs. It is never stopped, nor sent to sleep. */
record VllmAttach(Serving serving, ServerAddress address, VllmApi api) {

    /**
     * Waits until it is well, and checks that it serves what the plan needs.
     *
     * @throws EngineException if it does not
     */
    AttachedEngine await(Duration timeout) {
        long requested = System.nanoTime();
        AttachedServer server = new AttachedServer(serving, address, api::isHealthy);
        server.awaitReady(timeout);
        String model = model();
        server.requireContext(api.context(model));
        return new AttachedEngine(
                serving,
                address.openAi(serving, model),
                server.report(requested, api.version(), model),
                api::isHealthy);
    }

    /** The name that it serves the model by: what the plan calls it on this engine, else the model's id. */
    private String model() {
        List<String> served = api.models();
        return Stream.of(serving.modelName(), serving.model().id())
                .filter(served::contains)
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        serving + ": " + address.base() + " serves " + served + ", neither '" + serving.modelName()
                                + "' nor '" + serving.model().id()
                                + "'; name in the plan which of them it is on engine '"
                                + serving.engine().id() + "'",
                        List.of()));
    }
}
