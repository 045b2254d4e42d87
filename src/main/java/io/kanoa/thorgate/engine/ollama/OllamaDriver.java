package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;
import java.util.Optional;

/** Ollama as a driver of the plan. */
public final class OllamaDriver implements EngineDriver {

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public Optional<String> program() {
        return Optional.of(name());
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new OllamaEngine(settings.launcher());
    }
}
