package io.kanoa.thorgate.stream;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sees that something goes on. It looks when the limit could have been reached at the earliest, so that a stream that
 * runs pays nothing but its time stamps.
 */
final class StallWatch {

    private final ScheduledExecutorService scheduler;
    private final long limitNanos;
    private final LongSupplier lastProgress;
    private final Runnable onStall;
    private volatile boolean over;

    /**
     * @param limit longest time without progress
     * @param lastProgress {@link System#nanoTime()} of the latest progress
     * @param onStall called once, on the scheduler's thread
     */
    StallWatch(ScheduledExecutorService scheduler, Duration limit, LongSupplier lastProgress, Runnable onStall) {
        this.scheduler = scheduler;
        this.limitNanos = nanos(limit);
        this.lastProgress = lastProgress;
        this.onStall = onStall;
    }

    /** Does the work under watch. One watch serves one piece of work. */
    <T> T during(Supplier<T> work) {
        Future<?> first = lookAfter(limitNanos);
        try {
            return work.get();
        } finally {
            over = true;
            first.cancel(false);
        }
    }

    private void look() {
        long left = limitNanos - (System.nanoTime() - lastProgress.getAsLong());
        if (over) {
            return;
        }
        if (left <= 0) {
            onStall.run();
        } else {
            lookAfter(left);
        }
    }

    private Future<?> lookAfter(long nanos) {
        return scheduler.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1).toNanos() : limit.toNanos();
    }
}
