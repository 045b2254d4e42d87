package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.LazyEngine;
import io.kanoa.thorgate.engine.database.Databases;
import io.kanoa.thorgate.engine.inventory.EngineInventory;
import io.kanoa.thorgate.engine.launch.Availability;
import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The engines that the class path has drivers for, and what runs their programs. Closing it ends whatever of these still runs.
 *
 * @param engines by the drivers' names; a driver is opened when its engine is first asked for
 * @param byName the drivers themselves
 * @param launcher that they share
 */
record Drivers(Map<String, Engine> engines, Map<String, EngineDriver> byName, CustodyLauncher launcher)
        implements AutoCloseable {

    static Drivers open(GateOptions options) {
        Path logs = folder(options.results().resolve("logs"));
        CustodyLauncher launcher = new CustodyLauncher(logs, options.cache());
        EngineSettings settings = new EngineSettings(logs, options.cache(), launcher, options::get);
        Map<String, Engine> engines = new HashMap<>();
        Map<String, EngineDriver> byName = new HashMap<>();
        for (EngineDriver driver : ServiceLoader.load(EngineDriver.class)) {
            engines.put(driver.name(), new LazyEngine(() -> driver.open(settings)));
            byName.put(driver.name(), driver);
        }
        return new Drivers(engines, byName, launcher);
    }

    /** Vector databases, launched as engines are. */
    Databases databases() {
        return new Databases(launcher, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** Looks for engines on this machine. */
    EngineInventory inventory(Collection<EngineSpec> wanted) {
        return EngineInventory.of(wanted, byName);
    }

    /** Why an engine can't work on this machine; empty where nothing is missing. */
    Optional<String> missing(EngineSpec engine) {
        if (!byName.containsKey(engine.driver())) {
            return Optional.of("no driver " + engine.driver() + " in this version");
        }
        Optional<String> program = byName.get(engine.driver()).program();
        return program.isEmpty() && engine.launch() instanceof Launch.Program
                ? Optional.empty()
                : Availability.missing(engine, program.orElse(""));
    }

    @Override
    public void close() {
        launcher.close();
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for engine logs cannot be made: " + path, e);
        }
    }
}
