package io.kanoa.thorgate.engine.vllm;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;
import java.nio.file.Path;
import java.util.Optional;

/** vLLM as a driver of the plan: a program, a container, or attached. */
public final class VllmDriver implements EngineDriver {

    @Override
    public String name() {
        return "vllm";
    }

    @Override
    public Optional<String> program() {
        return Optional.of(name());
    }

    /** From what its installation says: the program itself takes half a minute to tell. */
    @Override
    public Optional<String> version(Path program) {
        return PythonPackage.versionBeside(program, name());
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new VllmEngine(settings.launcher(), settings.logs());
    }
}
