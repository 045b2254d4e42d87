package io.kanoa.thorgate.verdict;

/** How far a simulated rate may lie above the true one. */
final class Rates {

    private Rates() {}

    /** The rate and four standard errors of a simulation of {@code runs}. */
    static double atMost(double rate, int runs) {
        return rate + 4 * Math.sqrt(rate * (1 - rate) / runs);
    }
}
