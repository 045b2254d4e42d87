package io.kanoa.thorgate.engine.server;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * A server that holds one model for as long as its program runs.
 *
 * @param hosted its program
 */
public record HostedEngine(Serving serving, Endpoint endpoint, EngineStart startReport, Hosted hosted)
        implements RunningEngine {

    private static final int LINES_READ = 2_000;
    private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

    @Override
    public OptionalLong processId() {
        return hosted.pid();
    }

    @Override
    public boolean isAlive() {
        return hosted.isAlive();
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
