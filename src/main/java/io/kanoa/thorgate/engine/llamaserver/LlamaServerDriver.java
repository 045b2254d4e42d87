package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.device.tool.OneShot;
import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** llama.cpp's {@code llama-server} as a driver of the plan: a program on the PATH, in a container, or attached to. */
public final class LlamaServerDriver implements EngineDriver {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "llama-server";
    }

    @Override
    public Optional<String> program() {
        return Optional.of(name());
    }

    @Override
    public Optional<String> version(Path program) {
        OneShot answer = OneShot.run(List.of(program.toString(), "--version"), LIMIT);
        return answer.isDone()
                ? Optional.of(LlamaProgram.read(answer.text().lines().toList(), List.of())
                        .version())
                : Optional.empty();
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new LlamaServerEngine(settings.launcher());
    }
}
