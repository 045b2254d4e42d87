package io.kanoa.thorgate.junit;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A wait under way.
 *
 * @param thread that waits
 * @param what for, for people
 * @param allowedNanos the longest time
 * @param waitedNanos so far
 */
record Watch(Thread thread, String what, long allowedNanos, long waitedNanos) {

    static final Watch NOTHING = new Watch(Thread.currentThread(), "", Long.MAX_VALUE, 0);

    private static final int FRAMES = 4;

    Watch anew(String next) {
        return this == NOTHING ? this : new Watch(thread, next, allowedNanos, 0);
    }

    Watch longer(long nanos) {
        return this == NOTHING ? this : new Watch(thread, what, allowedNanos, waitedNanos + nanos);
    }

    boolean isOver() {
        return waitedNanos > allowedNanos;
    }

    boolean isOver(Duration grace) {
        return isOver() && waitedNanos - allowedNanos > grace.toNanos();
    }

    /** What was waited for, how long, and where. */
    String complaint() {
        return "nothing has happened for " + Duration.ofNanos(waitedNanos).toSeconds() + " s while it waited for "
                + what + "; at " + place();
    }

    private String place() {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> !frame.isNativeMethod())
                .limit(FRAMES)
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .collect(Collectors.joining(" < "));
    }
}
