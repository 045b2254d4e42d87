package io.kanoa.thorgate.physics;

import java.util.ArrayList;
import java.util.List;

/**
 * The fastest that one stream can be decoded without speculation: every byte a token needs is read once from memory.
 *
 * @param bytesPerToken read for one token at that context
 * @param lines the arithmetic, to be shown as it is
 */
public record Ceiling(double tokensPerSecond, double bytesPerToken, List<String> lines) {

    public Ceiling {
        lines = List.copyOf(lines);
    }

    static Ceiling of(Sum weights, Sum cache, double bandwidth) {
        double bytes = weights.bytes() + cache.bytes();
        List<String> lines = new ArrayList<>(weights.lines());
        lines.addAll(cache.lines());
        lines.add("ceiling: " + Figures.bandwidth(bandwidth) + " / (" + Figures.bytes(weights.bytes()) + " + "
                + Figures.bytes(cache.bytes()) + ") = " + Figures.rate(bandwidth / bytes));
        return new Ceiling(bandwidth / bytes, bytes, lines);
    }

    /** Tokens that one pass has to yield for {@code tokensPerSecond}; more than 1 takes speculative decoding. */
    public double tokensPerPassFor(double tokensPerSecond) {
        return tokensPerSecond / this.tokensPerSecond;
    }
}
