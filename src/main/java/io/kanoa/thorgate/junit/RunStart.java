package io.kanoa.thorgate.junit;

import java.time.Duration;
import java.time.Instant;

/**
 * When a run began.
 *
 * @param time by the wall clock, which may jump: for people
 * @param nanos by {@link System#nanoTime()}, which all durations are made of
 */
record RunStart(Instant time, long nanos) {

    static RunStart now() {
        return new RunStart(Instant.now(), System.nanoTime());
    }

    Duration soFar() {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
