package io.kanoa.thorgate.telemetry;

import java.util.concurrent.atomic.AtomicLong;

/** When the next tick of a fixed rate is due. Ticks stay on multiples of the period; those already past are dropped. */
final class Cadence {

    private final long periodNanos;
    private final AtomicLong dropped = new AtomicLong();
    private long lastNanos;

    Cadence(long startNanos, long periodNanos) {
        this.lastNanos = startNanos;
        this.periodNanos = periodNanos;
    }

    /** Moves on to the next tick and says how long to wait for it. */
    long nanosToNext(long nowNanos) {
        long missed = Math.max(0, (nowNanos - lastNanos) / periodNanos - (onTick(nowNanos) ? 1 : 0));
        dropped.addAndGet(missed);
        lastNanos += (missed + 1) * periodNanos;
        return Math.max(0, lastNanos - nowNanos);
    }

    long dropped() {
        return dropped.get();
    }

    private boolean onTick(long nowNanos) {
        return (nowNanos - lastNanos) % periodNanos == 0;
    }
}
