package io.kanoa.thorgate.workload.vector;

/**
 * One search, by the clock of {@link System#nanoTime()}.
 *
 * @param dueNanos when it fell due
 * @param sentNanos when it was sent; -1 if it never was
 * @param endedNanos when its last row had arrived, or it was given up
 * @param failure why there is no whole answer; empty where there is one. Untrusted text
 */
public record VectorQuery(long dueNanos, long sentNanos, long endedNanos, String failure) {

    private static final int LONGEST = 200;

    public VectorQuery {
        failure = failure.length() <= LONGEST ? failure : failure.substring(0, LONGEST - 3) + "...";
    }

    public boolean isAnswered() {
        return failure.isEmpty();
    }

    /** From when it fell due, so that waiting for an earlier one counts; NaN where it was not answered. */
    public double latencyMillis() {
        return isAnswered() ? (endedNanos - dueNanos) / 1e6 : Double.NaN;
    }
}
