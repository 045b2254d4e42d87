package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HealthCheck;
import io.kanoa.thorgate.engine.HeldCache;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.HostedEngine;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.engine.server.ServerStart;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server that was started and does not answer yet. */
record LlamaStart(LlamaRun run, String version, Hosted hosted, long requestedNanos) {

    private static final int LINES_READ = 2_000;

    /** Waits until the model is loaded. */
    RunningEngine awaitReady(Duration timeout) {
        HealthCheck health = new HealthCheck(
                address().base().resolve("/health"), run.serving().engine().apiKey());
        long ready = new ServerStart(run.serving(), hosted, health::isReady).awaitReady(timeout);
        return new HostedEngine(
                run.serving(),
                address().openAi(run.serving(), run.serving().model().id()),
                report(ready),
                hosted,
                this::weightFiles);
    }

    /** Behind a name on the hub is a file that only the server can tell. */
    private List<Path> weightFiles() {
        ModelPlaces places = ModelPlaces.ofThisProcess();
        try {
            LlamaProps props = LlamaProps.of(run.serving(), address());
            return places.weightFiles(run.serving(), props.model());
        } catch (EngineException unknown) {
            return places.weightFiles(run.serving());
        }
    }

    /** Where its log does not tell when weights were loaded, all is the process's. */
    private EngineStart report(long readyNanos) {
        long load = readyNanos - requestedNanos;
        List<String> lines = hosted.logTail(LINES_READ);
        LoadLog log = LoadLog.read(lines);
        long weights = Math.min(load, log.weightsNanos());
        long after = Math.max(0, Math.min(load - weights, readyNanos - hosted.startedNanos() - log.loadedNanos()));
        return new EngineStart(
                requestedNanos,
                log.isTold() ? load - weights - after : load,
                weights,
                log.isTold() ? after : 0,
                version,
                run.modelText(),
                hosted.command(),
                HeldCache.inLog(lines));
    }

    private ServerAddress address() {
        return ServerAddress.local(run.port());
    }
}
