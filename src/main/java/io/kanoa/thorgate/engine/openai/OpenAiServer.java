package io.kanoa.thorgate.engine.openai;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.AttachedEngine;
import io.kanoa.thorgate.engine.server.AttachedServer;
import io.kanoa.thorgate.engine.server.ControlClient;
import io.kanoa.thorgate.engine.server.KeyAdvice;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.Serving;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A server that somebody else runs. */
record OpenAiServer(Serving serving, ServerAddress address, ControlClient client) {

    private static final String MODELS = "/v1/models";
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    OpenAiServer(Serving serving, ServerAddress address) {
        this(
                serving,
                address,
                new ControlClient(address.base(), serving.engine().apiKey()));
    }

    /**
     * Waits until it lists its models, and checks that the plan's is one of them.
     *
     * @throws EngineException if it is not
     */
    RunningEngine await(Duration timeout) {
        long requested = System.nanoTime();
        AttachedServer server = new AttachedServer(serving, address, this::isReady);
        server.awaitReady(timeout);
        ServedModels models = models();
        models.require(serving, address);
        server.requireContext(models.context(serving.modelName()));
        return new AttachedEngine(
                serving,
                address.openAi(serving, serving.modelName()),
                server.report(requested, new ServerVersion(client).read(), serving.modelName()),
                this::isReady);
    }

    /** @throws EngineException if it wants a key: waiting would not help */
    private boolean isReady() {
        try {
            ControlClient.Reply reply = client.get(MODELS, ANSWERS_WITHIN);
            if (reply.wantsKey()) {
                throw new EngineException(
                        serving + ": " + address.base() + MODELS + " answers HTTP " + reply.status() + KeyAdvice.TEXT,
                        List.of());
            }
            return reply.isOk();
        } catch (IOException e) {
            return false;
        }
    }

    private ServedModels models() {
        try {
            return new ServedModels(client.get(MODELS, ANSWERS_WITHIN).json());
        } catch (IOException e) {
            throw new EngineException(serving + ": " + address.base() + MODELS + ": " + e.getMessage(), e);
        }
    }
}
