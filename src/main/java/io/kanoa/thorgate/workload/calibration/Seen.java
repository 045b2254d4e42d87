package io.kanoa.thorgate.workload.calibration;

import io.kanoa.thorgate.stream.Timeline;
import java.util.stream.LongStream;

/** Both sides of one answer: what the client noted, and what was true. Nanoseconds. */
record Seen(Timeline timeline, SendTimes sent) {

    /** @throws CalibrationException if the answer is not whole */
    Seen {
        if (!timeline.outcome().isCompleted() || timeline.chunks().size() != sent.tokenNanos().length) {
            throw new CalibrationException("an answer of the calibration failed: " + timeline.outcome());
        }
    }

    LongStream delays() {
        return LongStream.range(0, sent.tokenNanos().length).map(i -> delay((int) i));
    }

    long firstTokenError() {
        long seen = timeline.firstChunkNanos() - timeline.sentNanos();
        return seen - (sent.tokenNanos()[0] - sent.receivedNanos());
    }

    LongStream gapErrors() {
        return LongStream.range(1, sent.tokenNanos().length).map(i -> Math.abs(delay((int) i) - delay((int) i - 1)));
    }

    /** From sending to the last token, as the client saw it. */
    long duration() {
        return timeline.lastChunkNanos() - timeline.sentNanos();
    }

    private long delay(int token) {
        return timeline.chunks().get(token).nanos() - sent.tokenNanos()[token];
    }
}
