package io.kanoa.thorgate.engine.embedded;

import io.kanoa.thorgate.engine.EngineProcess;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** An embedded engine that serves its model. */
record RunningChild(Serving serving, Endpoint endpoint, EngineStart startReport, EngineProcess process, Path file)
        implements RunningEngine {

    private static final int LINES_READ = 2_000;

    @Override
    public List<Path> weightFiles() {
        return List.of(file);
    }

    @Override
    public OptionalLong processId() {
        return OptionalLong.of(process.pid());
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public String state() {
        return process.state();
    }

    @Override
    public boolean wasKilled() {
        return process.wasKilled();
    }

    @Override
    public List<String> logTail(int lines) {
        return process.logTail(lines);
    }

    @Override
    public HeldWeights heldWeights() {
        return HeldWeights.inLog(process.logTail(LINES_READ));
    }

    @Override
    public long unload() {
        return process.end();
    }
}
