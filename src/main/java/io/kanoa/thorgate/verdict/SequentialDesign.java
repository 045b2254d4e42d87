package io.kanoa.thorgate.verdict;

import java.util.Arrays;

/**
 * Exact group-sequential binomial bounds. Values beyond the limit are counted at given looks; by look {@code n} of at
 * most {@code N} the chance of a false crossing at the boundary may reach {@code alpha * n / N} and no more. The chance is
 * computed by dynamic programming over all counts that have not crossed yet, without any approximation. The sides of PASS
 * and FAIL are computed independently, as if the other did not stop the row; that can only overstate their error.
 */
public final class SequentialDesign {

    private final int[] looks;
    private final int[] passAtMost;
    private final int[] failAtLeast;
    private final double passSpent;
    private final double failSpent;

    private SequentialDesign(int[] looks, Side pass, Side fail) {
        this.looks = looks;
        this.passAtMost = pass.bounds();
        this.failAtLeast = fail.bounds();
        this.passSpent = pass.spent();
        this.failSpent = fail.spent();
    }

    /**
     * The bounds for these looks.
     *
     * @param looks numbers of values, rising; the last is the cap
     * @param allowed share of values beyond the limit at the boundary, in (0, 1): 0.05 for a p95 below a limit
     * @param alpha total chance of a false PASS, and likewise of a false FAIL
     */
    public static SequentialDesign of(int[] looks, double allowed, double alpha) {
        int[] rising = looks.clone();
        return new SequentialDesign(
                rising,
                new BinomialWalk(rising, allowed).spend(alpha, true),
                new BinomialWalk(rising, allowed).spend(alpha, false));
    }

    /** PASS at this look if at most so many values are beyond the limit; -1 where no count passes. */
    public int passAtMost(int look) {
        return passAtMost[index(look)];
    }

    /** FAIL at this look if at least so many values are beyond the limit; {@code look + 1} where no count fails. */
    public int failAtLeast(int look) {
        return failAtLeast[index(look)];
    }

    /** The chance of ever crossing to PASS at the boundary; at most alpha. */
    public double passSpent() {
        return passSpent;
    }

    /** The chance of ever crossing to FAIL at the boundary; at most alpha. */
    public double failSpent() {
        return failSpent;
    }

    private int index(int look) {
        int index = Arrays.binarySearch(looks, look);
        if (index < 0) {
            throw new IllegalArgumentException(look + " is not among the looks " + Arrays.toString(looks));
        }
        return index;
    }

    /** One side's bounds, by look, and what they spent. */
    record Side(int[] bounds, double spent) {}
}
