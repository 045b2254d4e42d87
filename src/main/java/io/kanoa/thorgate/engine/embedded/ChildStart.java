package io.kanoa.thorgate.engine.embedded;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineProcess;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldCache;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.StartFailure;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** A child that was started and is not ready yet. */
record ChildStart(Serving serving, Path file, EngineProcess process, ChildState state, long requestedNanos) {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final int LINES_READ = 400;

    /** Waits until the child answers. A child that does not is ended before the exception is thrown. */
    RunningEngine awaitReady(Duration timeout) {
        try {
            awaitReadyOrEnded(timeout);
            return running(System.nanoTime());
        } catch (RuntimeException e) {
            process.end();
            throw e;
        }
    }

    private void awaitReadyOrEnded(Duration timeout) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(timeout)
                    .until(() -> !process.isAlive() || state.isReady());
        } catch (ConditionTimeoutException e) {
            throw failure("was not ready after " + timeout.toMillis() + " ms and " + process.state());
        }
        if (!process.isAlive()) {
            throw failure(process.state() + " before it was ready");
        }
    }

    private RunningEngine running(long readyNanos) {
        long weights = state.weightsNanos();
        long afterWeights = Math.max(0, readyNanos - state.listeningSince() - weights);
        EngineStart report = new EngineStart(
                requestedNanos,
                readyNanos - requestedNanos - weights - afterWeights,
                weights,
                afterWeights,
                LlamaVersion.read(),
                file + " (" + file.toFile().length() + " bytes)",
                process.command(),
                HeldCache.inLog(process.logTail(LINES_READ)));
        Endpoint endpoint =
                new Endpoint(state.base(), Dialect.OPENAI_CHAT, serving.model().id());
        return new RunningChild(serving, endpoint, report, process, file);
    }

    private EngineException failure(String what) {
        List<String> log = process.logTail(LINES_READ);
        String why = StartFailure.in(log)
                .or(() -> StartFailure.in(List.of(what)))
                .map(cause -> ": " + cause.advice())
                .orElse("");
        return new EngineException("The embedded engine for " + serving + " with " + file + " " + what + why, log);
    }
}
