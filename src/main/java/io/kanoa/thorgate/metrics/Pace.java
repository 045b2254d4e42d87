package io.kanoa.thorgate.metrics;

/**
 * How one answer came along: its arrivals, taken to be equally many tokens apart.
 *
 * @param prompt tokens before the answer; NaN where that is not known
 * @param tokens that arrived after the first chunk; NaN where that is not known
 * @param arrivals of its chunks, in nanoseconds
 */
record Pace(double prompt, double tokens, long[] arrivals) {

    /** Whether there is a token's time in each of so many parts, and all counts are known. */
    boolean isCutInto(int parts) {
        return prompt + tokens > 0 && arrivals.length > parts && arrivals[arrivals.length - 1] > arrivals[0];
    }

    /** Time that passed in one of so many equal parts; the arrival at a cut between two chunks is taken between theirs. */
    double seconds(int part, int parts) {
        return (at((double) (part + 1) / parts) - at((double) part / parts)) / 1e9;
    }

    /** Position in the context at which one of so many equal parts begins. */
    double position(int part, int parts) {
        return prompt + 1 + tokens * part / parts;
    }

    private double at(double share) {
        double index = share * (arrivals.length - 1);
        int before = (int) Math.min(index, arrivals.length - 2);
        return (arrivals[before] - arrivals[0]) + (index - before) * (arrivals[before + 1] - arrivals[before]);
    }
}
