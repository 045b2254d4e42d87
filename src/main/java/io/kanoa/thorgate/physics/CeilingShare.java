package io.kanoa.thorgate.physics;

import java.util.Locale;
import java.util.Optional;

/**
 * How much of its ceiling a run reached.
 *
 * @param share 1 at the ceiling
 * @param text the same as a sentence with the numbers
 * @param problem set where the result can't be right
 */
public record CeilingShare(double share, String text, Optional<String> problem) {

    /** A mean context below the row's and rounded facts may lift an honest result this far above its ceiling. */
    private static final double TOLERANCE = 1.02;

    /**
     * Holds a measured decode rate of one stream against its ceiling.
     *
     * @param speculative whether one pass may have yielded several tokens
     */
    public static CeilingShare of(Ceiling ceiling, double tokensPerSecond, boolean speculative) {
        double share = tokensPerSecond / ceiling.tokensPerSecond();
        String text = String.format(
                Locale.ROOT,
                "%s is %.0f %% of the ceiling of %s",
                Figures.rate(tokensPerSecond),
                100 * share,
                Figures.rate(ceiling.tokensPerSecond()));
        return share <= TOLERANCE ? new CeilingShare(share, text, Optional.empty()) : above(share, text, speculative);
    }

    private static CeilingShare above(double share, String text, boolean speculative) {
        return speculative
                ? new CeilingShare(
                        share,
                        text + "; speculative decoding yielded at least " + Figures.digits(share) + " tokens per pass",
                        Optional.empty())
                : new CeilingShare(
                        share,
                        text,
                        Optional.of(
                                text + ": no single stream without speculative decoding can be that fast. Check the"
                                        + " model's facts and precision, the device's bandwidth, and how tokens were counted."));
    }
}
