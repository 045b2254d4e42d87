package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.ExitCode;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.launch.custodian.Event;
import io.kanoa.thorgate.engine.launch.custodian.Order;
import io.kanoa.thorgate.engine.launch.custodian.ProcessId;
import io.kanoa.thorgate.engine.launch.custodian.Ward;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program in custody. If the custodian is gone, we end the program ourselves. */
final class KeptProgram implements Hosted {

    private static final Duration BEYOND_GRACE = Duration.ofSeconds(60);
    private static final int LINES_IN_MESSAGE = 20;
    private static final long NEWS_MILLIS = 1_000;

    private final CustodianLink custodian;
    private final Custody custody;
    private final Order order;
    private final long startedNanos;
    private OptionalLong ended = OptionalLong.empty();

    /** @param startedNanos by our own clock */
    KeptProgram(CustodianLink custodian, Custody custody, Order order, long startedNanos) {
        this.custodian = custodian;
        this.custody = custody;
        this.order = order;
        this.startedNanos = startedNanos;
    }

    @Override
    public List<String> command() {
        return order.command();
    }

    @Override
    public long startedNanos() {
        return startedNanos;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.of(process().pid());
    }

    @Override
    public boolean isAlive() {
        return custody.exited().isDone()
                ? custody.exited().isCompletedExceptionally() && process().isRunning()
                : true;
    }

    @Override
    public String state() {
        if (isAlive()) {
            return "is running";
        }
        return custody.exited().isCompletedExceptionally()
                ? "ended together with its custodian"
                : "ended with exit code " + ExitCode.describe(custody.exited().join());
    }

    /** {@inheritDoc} Once we have ended it: ours never comes before its time to heed us is over. */
    @Override
    public synchronized boolean wasKilled() {
        boolean mayBeOurs =
                ended.stream().anyMatch(nanos -> nanos >= order.grace().toNanos());
        return !mayBeOurs && exitCode().stream().anyMatch(ExitCode::isKill);
    }

    @Override
    public List<String> logTail(int lines) {
        return new LogFile(order.log()).tail(lines);
    }

    @Override
    public synchronized long end() {
        if (ended.isEmpty()) {
            long begin = System.nanoTime();
            Event.Ended answer = endAnyhow();
            if (!answer.survivors().isEmpty()) {
                throw new EngineException(
                        "This could not be ended: " + String.join(", ", answer.survivors()) + "; end it by hand",
                        logTail(LINES_IN_MESSAGE));
            }
            ended = OptionalLong.of(System.nanoTime() - begin);
        }
        return ended.getAsLong();
    }

    private Event.Ended endAnyhow() {
        try {
            return custodian.end(custody, order.grace().plus(BEYOND_GRACE));
        } catch (EngineException | TimeoutException e) {
            return new Ward(process(), order).end(custody.id(), order.grace());
        }
    }

    /** Empty while it runs, and where only its custodian could know it; the news of its end may come a moment after the end. */
    private OptionalInt exitCode() {
        try {
            return OptionalInt.of(custody.exited().get(ended.isPresent() ? NEWS_MILLIS : 0, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private ProcessId process() {
        return custody.started().join().process();
    }
}
