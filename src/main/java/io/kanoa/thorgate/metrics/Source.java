package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.telemetry.Coverage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the value of a metric comes from that is made of samples.
 *
 * @param channels whose samples it is made of, added up where there are several powers
 * @param window that the samples must cover
 * @param covered share of that window with fresh samples, 0 to 1; of several channels the least
 */
public record Source(List<String> channels, String window, double covered) {

    /** Share of the window from which on a metric has a value. */
    public static final double ENOUGH = 0.9;

    static final String REQUESTS = "request time";
    static final String ROW = "row";

    public Source {
        channels = List.copyOf(channels);
    }

    static Source of(List<String> channels, String window, Coverage coverage) {
        double least = channels.stream().mapToDouble(coverage::of).min().orElse(0);
        return new Source(channels, window, least);
    }

    /** Both together, if {@code isUsed}; of their coverages the lower. */
    Source and(Source other, boolean isUsed) {
        return isUsed
                ? new Source(
                        Stream.concat(channels.stream(), other.channels.stream())
                                .toList(),
                        window,
                        Math.min(covered, other.covered))
                : this;
    }

    /** The channels in words, e.g. {@code gpu_power_w + package_power_w}. */
    public String name() {
        return String.join(" + ", channels);
    }

    /** Whether enough of the window is covered for a value. */
    public boolean isEnough() {
        return covered >= ENOUGH;
    }

    /** How much is covered, of how much that is needed. */
    public String coverageText() {
        return String.format(
                Locale.ROOT,
                "fresh samples of %s cover %.1f %% of the %s; %.0f %% are needed",
                name(),
                100 * covered,
                window,
                100 * ENOUGH);
    }
}
