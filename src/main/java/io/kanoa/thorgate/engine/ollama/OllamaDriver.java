package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.device.tool.OneShot;
import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ollama as a driver of the plan. */
public final class OllamaDriver implements EngineDriver {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Pattern VERSION = Pattern.compile("version(?: is)? (\\d[\\w.+-]{0,60})");

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public Optional<String> program() {
        return Optional.of(name());
    }

    /** Without a server it tells the version too, among warnings. */
    @Override
    public Optional<String> version(Path program) {
        return Optional.of(OneShot.run(List.of(program.toString(), "--version"), LIMIT)
                        .text())
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    @Override
    public Engine open(EngineSettings settings) {
        return new OllamaEngine(settings.launcher());
    }
}
