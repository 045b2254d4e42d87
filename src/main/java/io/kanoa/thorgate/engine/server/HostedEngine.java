package io.kanoa.thorgate.engine.server;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A server that holds one model for as long as its program runs.
 *
 * @param hosted its program
 * @param files finds those with its weights
 */
public record HostedEngine(
        Serving serving, Endpoint endpoint, EngineStart startReport, Hosted hosted, Supplier<List<Path>> files)
        implements RunningEngine {

    private static final int LINES_READ = 2_000;
    private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

    /** An engine whose files are where the plan says. */
    public HostedEngine(Serving serving, Endpoint endpoint, EngineStart startReport, Hosted hosted) {
        this(
                serving,
                endpoint,
                startReport,
                hosted,
                () -> ModelPlaces.ofThisProcess().weightFiles(serving));
    }

    @Override
    public List<Path> weightFiles() {
        return files.get();
    }

    @Override
    public OptionalLong processId() {
        return hosted.pid();
    }

    @Override
    public boolean isAlive() {
        return hosted.isAlive();
    }

    @Override
    public String state() {
        return hosted.state();
    }

    @Override
    public boolean wasKilled() {
        return hosted.wasKilled();
    }

    @Override
    public List<String> logTail(int lines) {
        return hosted.logTail(lines);
    }

    @Override
    public HeldWeights heldWeights() {
        return HeldWeights.inLog(hosted.logTail(LINES_READ));
    }

    /** {@inheritDoc} The proof: its processes are gone, and its port refuses connections. */
    @Override
    public long unload() {
        long ended = hosted.end();
        long begin = System.nanoTime();
        new ServerAddress(endpoint.base()).awaitGone(GONE_WITHIN);
        return ended + System.nanoTime() - begin;
    }
}
