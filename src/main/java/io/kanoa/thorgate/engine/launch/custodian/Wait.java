package io.kanoa.thorgate.engine.launch.custodian;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that nobody signals. */
final class Wait {

    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();

    private Wait() {}

    /** Looks every few milliseconds; whether the condition was met within the time. */
    static boolean until(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }
}
