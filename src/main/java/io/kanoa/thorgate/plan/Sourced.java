package io.kanoa.thorgate.plan;

/**
 * A value and where it is known from.
 *
 * @param source in words that people can follow: a file, a model card, a paper
 */
public record Sourced<T>(T value, String source) {

    @Override
    public String toString() {
        return value + " (" + source + ")";
    }
}
