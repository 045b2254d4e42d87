package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.verdict.Steadiness;

/**
 * What was found of a row's speed over its requests.
 *
 * @param words {@code steady}, or why it was not
 * @param warmUp first measured requests that are unlike the rest
 * @param drift change from the first to the last behind them, as a share of the median
 * @param markWords what makes it unsteady at one place; empty where nothing does
 * @param markBehind measured requests before that place
 */
public record SpeedTrend(String words, int warmUp, double drift, String markWords, int markBehind) {

    /** What was found, from its parts. */
    public static SpeedTrend of(
            String reason, int warmUp, double drift, boolean warmsUp, boolean jumps, int stepAfter) {
        String words = reason.isEmpty() ? "steady" : reason;
        if (warmsUp) {
            return new SpeedTrend(words, warmUp, drift, "still warm-up until here", warmUp);
        }
        return new SpeedTrend(words, warmUp, drift, jumps ? "step" : "", stepAfter);
    }

    static SpeedTrend of(Steadiness found) {
        return of(found.reason(), found.warmUp(), found.drift(), found.warmsUp(), found.jumps(), found.step());
    }
}
