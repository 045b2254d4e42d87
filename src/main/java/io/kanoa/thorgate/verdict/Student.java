package io.kanoa.thorgate.verdict;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution. */
final class Student {

    private Student() {}

    /** The value that t exceeds with probability {@code alpha}. */
    static double exceededWith(double alpha, double freedom) {
        return TDistribution.of(freedom).inverseSurvivalProbability(alpha);
    }
}
