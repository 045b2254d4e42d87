package io.kanoa.thorgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class StandstillWatchTest {

    private static final Duration LONG = StandstillWatch.SHORTEST.plusMillis(50);

    private final long start = System.nanoTime();

    @Test
    void timeWithoutABeat_isAStandstill_asLongAsItWas() {
        try (StandstillWatch watch = StandstillWatch.start()) {
            stop(watch);

            assertThat(watch.since(start))
                    .hasSizeBetween(1, 2)
                    .anySatisfy(standstill -> assertThat(standstill.values())
                            .hasEntrySatisfying(
                                    SampleChannels.GATE_STANDSTILL_S,
                                    seconds -> assertThat(seconds).isBetween(0.3, 30.0)));
        }
    }

    @Test
    void pauseThatIsExcused_isNone() {
        try (StandstillWatch watch = StandstillWatch.start()) {
            watch.excuse(() -> pause(LONG));

            assertThat(watch.since(start)).isEmpty();
        }
    }

    @Test
    void standstillBeforeAPauseThatIsExcused_isKept() {
        try (StandstillWatch watch = StandstillWatch.start()) {
            synchronized (watch) {
                pause(LONG);
                watch.excuse(() -> {});
            }

            assertThat(watch.since(start)).isNotEmpty();
        }
    }

    /** As a JVM that is stopped looks to the watch: its thread does not get on. */
    private static void stop(StandstillWatch watch) {
        synchronized (watch) {
            pause(LONG);
        }
    }

    private static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
