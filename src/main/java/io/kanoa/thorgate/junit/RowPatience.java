package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import java.time.Duration;

/** How long nothing may happen in a row: more than all that its plan allows between two signs of life. */
final class RowPatience {

    private RowPatience() {}

    /**
     * Twice the time to load each of its engines (prepared and started, or ended and started), its time limit, which a workload
     * without steps may use up, and an answer that stalls, twice.
     *
     * @param beyond that
     */
    static Duration of(Row row, Duration beyond) {
        Sampling sampling = row.sampling();
        int engines = Math.max(1, row.work().involved().size());
        return sampling.loadTimeout()
                .multipliedBy(2L * engines)
                .plus(sampling.timeLimit())
                .plus(sampling.stallTimeout().multipliedBy(2))
                .plus(sampling.thinkTime())
                .plus(beyond);
    }
}
