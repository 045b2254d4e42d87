package io.kanoa.thorgate.junit.fault;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.embedded.EmbeddedDriver;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The real embedded engine, found as {@code driver: sabotaged}, whose process of model {@code ill} meets a
 * {@link Sabotage} at the right moment.
 */
public final class SabotagedDriver implements EngineDriver {

    @Override
    public String name() {
        return "sabotaged";
    }

    @Override
    public Engine open(EngineSettings settings) {
        Engine engine = new EmbeddedDriver().open(settings);
        return (serving, timeout) -> start(engine, serving, timeout);
    }

    private static RunningEngine start(Engine engine, Serving serving, Duration timeout) {
        Optional<Sabotage> sabotage = Optional.ofNullable(
                        serving.engine().environment().get(Sabotage.VARIABLE))
                .filter(name -> serving.model().id().equals("ill"))
                .map(Sabotage::valueOf);
        sabotage.ifPresent(deed -> deed.starting(serving.model().id()));
        RunningEngine running = engine.start(serving, timeout);
        sabotage.ifPresent(deed -> deed.serving(running));
        return new Sabotaged(running, sabotage);
    }

    private record Sabotaged(RunningEngine engine, Optional<Sabotage> sabotage) implements RunningEngine {

        @Override
        public Serving serving() {
            return engine.serving();
        }

        @Override
        public Endpoint endpoint() {
            return engine.endpoint();
        }

        @Override
        public EngineStart startReport() {
            return engine.startReport();
        }

        @Override
        public OptionalLong processId() {
            return engine.processId();
        }

        @Override
        public boolean isAlive() {
            return engine.isAlive();
        }

        @Override
        public String state() {
            return engine.state();
        }

        @Override
        public boolean wasKilled() {
            return engine.wasKilled();
        }

        @Override
        public List<String> logTail(int lines) {
            return engine.logTail(lines);
        }

        @Override
        public List<Path> weightFiles() {
            return engine.weightFiles();
        }

        @Override
        public long unload() {
            sabotage.ifPresent(deed -> deed.unloading(engine));
            return engine.unload();
        }
    }
}
