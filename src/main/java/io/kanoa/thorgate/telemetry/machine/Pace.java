package io.kanoa.thorgate.telemetry.machine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Spaces out a piece of work so that it takes no more than a small share of one core, however long it takes. Work on
 * another subject than before is due at once.
 */
final class Pace {

    private final Clocks clocks;
    private final long restPerWork;
    private final long leastRestNanos;
    private @Nullable Object latestSubject;
    private long dueNanos;
    private long restNanos;

    /**
     * @param restPerWork how many times the CPU time of the work to rest after it
     * @param leastRestNanos to rest in any case
     */
    Pace(Clocks clocks, long restPerWork, long leastRestNanos) {
        this.clocks = clocks;
        this.restPerWork = restPerWork;
        this.leastRestNanos = leastRestNanos;
    }

    /** Does the work if it is due, and sets when it is due again, also where it throws. */
    void run(Object subject, Runnable work) {
        if (subject.equals(latestSubject) && clocks.nanoTime().getAsLong() - dueNanos < 0) {
            return;
        }
        latestSubject = subject;
        long start = clocks.threadCpuTime().getAsLong();
        try {
            work.run();
        } finally {
            long cost = clocks.threadCpuTime().getAsLong() - start;
            restNanos = Math.max(leastRestNanos, restPerWork * cost);
            dueNanos = clocks.nanoTime().getAsLong() + restNanos;
        }
    }

    /** From the end of the latest work until it is due again. */
    Duration rest() {
        return Duration.ofNanos(restNanos);
    }
}
