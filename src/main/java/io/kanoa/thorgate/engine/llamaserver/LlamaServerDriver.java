package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;
import java.util.Optional;

/** llama.cpp's {@code llama-server} as a driver of the plan: a program on the PATH, in a container, or attached to. */
public final class LlamaServerDriver implements EngineDriver {

    @Override
    public String name() {
        return "llama-server";
    }

    @Override
    public Optional<String> program() {
        return Optional.of(name());
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new LlamaServerEngine(settings.launcher());
    }
}
