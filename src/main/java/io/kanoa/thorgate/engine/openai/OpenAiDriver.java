package io.kanoa.thorgate.engine.openai;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.List;

/** Any server that speaks OpenAI's protocol, as a driver of the plan. It attaches only: how to start such a server it can't know. */
public final class OpenAiDriver implements EngineDriver {

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Engine open(EngineSettings settings) {
        return OpenAiDriver::attach;
    }

    private static RunningEngine attach(Serving serving, Duration timeout) {
        if (serving.engine().launch() instanceof Launch.Attach attach) {
            return new OpenAiServer(serving, ServerAddress.of(serving, attach)).await(timeout);
        }
        throw new EngineException(
                serving + ": the driver openai only attaches to a server that runs already; give engine '"
                        + serving.engine().id() + "' an address to attach to, e.g. http://127.0.0.1:8000",
                List.of());
    }
}
