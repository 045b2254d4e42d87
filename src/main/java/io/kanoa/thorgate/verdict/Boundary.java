package io.kanoa.thorgate.verdict;

/**
 * What a look decides by.
 *
 * @param level of the one-sided test at this look; NaN where counts decide
 * @param passAtMost values beyond the limit with which the target passes; -1 where none, or where a level decides
 * @param failAtLeast values beyond the limit with which it fails; -1 where a level decides
 */
public record Boundary(double level, int passAtMost, int failAtLeast) {

    static Boundary ofLevel(double level) {
        return new Boundary(level, -1, -1);
    }

    static Boundary ofCounts(int passAtMost, int failAtLeast) {
        return new Boundary(Double.NaN, passAtMost, failAtLeast);
    }
}
