package io.kanoa.thorgate.engine.embedded;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.weights.StandInCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded engine as a driver of the plan. Options: {@code embedded.model}, {@code embedded.threads}. */
public final class EmbeddedDriver implements EngineDriver {

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Engine open(EngineSettings settings) {
        EmbeddedEngine engine = new EmbeddedEngine(new StandInCache(settings.cache()), settings.logs());
        EmbeddedEngine threaded = settings.option()
                .apply("embedded.threads")
                .map(EmbeddedDriver::threads)
                .map(engine::withThreads)
                .orElse(engine);
        return settings.option()
                .apply("embedded.model")
                .map(EmbeddedDriver::file)
                .map(threaded::serving)
                .orElse(threaded);
    }

    private static Path file(String option) {
        Path file = Path.of(option);
        if (!Files.isReadable(file)) {
            throw new EngineException("-Dgate.embedded.model=" + option + ": there is no readable file", List.of());
        }
        return file;
    }

    private static int threads(String option) {
        if (!option.matches("[1-9][0-9]{0,2}")) {
            throw new EngineException(
                    "-Dgate.embedded.threads=" + option + " is no number of threads: give 1 to 999", List.of());
        }
        return Integer.parseInt(option);
    }
}
