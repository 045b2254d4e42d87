package io.kanoa.thorgate.report.console;

import java.time.Duration;

/** A stretch of time as people say it: {@code 40 s}, {@code 12 min}, {@code 2 h 5 min}. */
final class Span {

    private static final int MOST_SECONDS = 120;
    private static final int MINUTES_PER_HOUR = 60;

    private Span() {}

    static String of(Duration time) {
        long minutes = Math.round(time.toSeconds() / 60.0);
        if (time.toSeconds() < MOST_SECONDS) {
            return time.toSeconds() + " s";
        }
        return minutes < 2 * MINUTES_PER_HOUR
                ? minutes + " min"
                : minutes / MINUTES_PER_HOUR + " h " + minutes % MINUTES_PER_HOUR + " min";
    }
}
