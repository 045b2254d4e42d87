package io.kanoa.thorgate.report;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which one process worked on a run.
 *
 * @param started wall clock
 * @param until its last sign of life: the end of its last row, where it was cut
 */
public record Session(Instant started, Instant until) {

    public Duration duration() {
        return Duration.between(started, until);
    }
}
