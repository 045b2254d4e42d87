package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.HealthCheck;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.AttachedEngine;
import io.kanoa.thorgate.engine.server.AttachedServer;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;

/** A llama-server that somebody else runs. */
record LlamaAttach(Serving serving, ServerAddress address, HealthCheck health) {

    /** @throws EngineException if its address can't be used */
    static LlamaAttach to(Serving serving, Launch.Attach attach) {
        ServerAddress address = ServerAddress.of(serving, attach);
        return new LlamaAttach(
                serving,
                address,
                new HealthCheck(
                        address.base().resolve("/health"), serving.engine().apiKey()));
    }

    /**
     * Waits until its model is loaded, and checks that it is what the plan needs.
     *
     * @throws EngineException if it is not, or does not say
     */
    RunningEngine await(Duration timeout) {
        long requested = System.nanoTime();
        AttachedServer server = new AttachedServer(serving, address, health::isReady);
        server.awaitReady(timeout);
        LlamaProps props = LlamaProps.of(serving, address);
        server.requireContext(props.context());
        props.require(serving);
        return new AttachedEngine(
                serving,
                address.openAi(serving, serving.model().id()),
                server.report(requested, props.version(), props.model()),
                health::isReady);
    }
}
