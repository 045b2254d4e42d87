package io.kanoa.thorgate.report.console;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a run will still take: each row as long as those before it took on average, the first as long as its requests
 * suggest. A guess, since rows differ and may end early. Times are nanoseconds of one clock.
 */
final class Eta {

    private int waiting;
    private boolean runs;
    private int ended;
    private long endedNanos;
    private long rowStart;
    private long phaseStart;
    private long phaseRest;
    private boolean hasPace;

    Eta(int rows) {
        this.waiting = rows;
    }

    void rowStarts(long now) {
        waiting--;
        runs = true;
        rowStart = now;
        phaseStart = now;
        phaseRest = 0;
    }

    /** A row that never started is done with. */
    void rowSkipped() {
        waiting--;
    }

    /** A part of the row has ended; the first of a phase tells when the phase began. */
    void step(long now, int done, int of) {
        if (done <= 1) {
            phaseStart = now;
            phaseRest = 0;
        } else {
            hasPace |= now > phaseStart;
            phaseRest = (now - phaseStart) / (done - 1) * Math.max(0, of - done);
        }
    }

    void rowEnds(long now) {
        runs = false;
        ended++;
        endedNanos += now - rowStart;
    }

    /** Empty as long as nothing suggests anything. */
    Optional<Duration> left(long now) {
        if (ended == 0 && !hasPace) {
            return Optional.empty();
        }
        long elapsed = now - rowStart;
        long row = ended > 0 ? endedNanos / ended : elapsed + phaseRest;
        long thisRow = runs ? Math.max(phaseRest, Math.max(0, row - elapsed)) : 0;
        return Optional.of(Duration.ofNanos(thisRow + Math.max(0, waiting) * row));
    }
}
