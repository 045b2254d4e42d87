package io.kanoa.thorgate.telemetry.machine;

import java.util.function.LongSupplier;

/** A clock that stands still until it is moved. */
final class FakeClock implements LongSupplier {

    private long nanos = Long.MAX_VALUE - 500_000_000L;

    FakeClock passMillis(long millis) {
        nanos += millis * 1_000_000;
        return this;
    }

    @Override
    public long getAsLong() {
        return nanos;
    }
}
