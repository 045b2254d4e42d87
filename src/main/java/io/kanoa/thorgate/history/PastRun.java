package io.kanoa.thorgate.history;

import java.util.Arrays;
import java.util.List;

/**
 * One metric of one earlier run.
 *
 * @param value in the metric's unit, the same unit for all runs compared
 * @param regressed whether that run was itself found a {@link Finding.Decision#REGRESSION}; then it is no example to compare
 *     with until it is acknowledged
 */
public record PastRun(double value, boolean regressed) {

    /** Runs none of which was found a regression. */
    public static List<PastRun> unsuspected(double... values) {
        return Arrays.stream(values).mapToObj(v -> new PastRun(v, false)).toList();
    }
}
