package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;

/** llama.cpp's {@code llama-server} as a driver of the plan: a program on the PATH, in a container, or attached to. */
public final class LlamaServerDriver implements EngineDriver {

    @Override
    public String name() {
        return "llama-server";
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new LlamaServerEngine(settings.launcher());
    }
}
