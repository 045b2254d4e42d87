package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.LazyEngine;
import io.kanoa.thorgate.engine.launch.ChildLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** The engines that the class path has drivers for. */
final class Drivers {

    private Drivers() {}

    /** By the drivers' names. A driver is opened when its engine is first asked for. */
    static Map<String, Engine> open(GateOptions options) {
        Path logs = folder(options.results().resolve("logs"));
        EngineSettings settings = new EngineSettings(logs, options.cache(), new ChildLauncher(logs), options::get);
        Map<String, Engine> engines = new HashMap<>();
        for (EngineDriver driver : ServiceLoader.load(EngineDriver.class)) {
            engines.put(driver.name(), new LazyEngine(() -> driver.open(settings)));
        }
        return engines;
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for engine logs cannot be made: " + path, e);
        }
    }
}
