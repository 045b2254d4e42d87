package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Throttled;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Steadiness;
import java.util.OptionalInt;

/**
 * How many requests of warm-up a row gets: as many as the plan says or as its model was found to need on this device,
 * whichever are more. The first row of a model warms up with a pilot of some requests, and what MSER finds in their decode
 * rates is kept. A plan that wants no warm-up gets none.
 */
final class WarmUp {

    private static final int PILOT = 10;
    private static final int MOST_AT_ONCE = 20;

    private final WarmUpStore store;
    private final Serving serving;
    private final Sampling plan;
    private final OptionalInt known;

    WarmUp(WarmUpStore store, Serving serving, Row row) {
        this.store = store;
        this.serving = serving;
        this.plan = row.sampling();
        this.known = store.find(serving);
    }

    /** Requests to warm up with. */
    int requests() {
        return plan.warmUpRequests() == 0 ? 0 : Math.max(plan.warmUpRequests(), known.orElse(PILOT));
    }

    /** Keeps what the warm-up of this row says, where nothing was known. {@code warmUp} has it as its measured answers. */
    void learn(Evidence warmUp) {
        Steadiness pilot = Steadiness.of(Metrics.of(warmUp), Throttled.NEVER);
        if (known.isEmpty() && pilot.n() >= Steadiness.FEWEST) {
            store.keep(serving, Math.max(plan.warmUpRequests(), pilot.warmUp()));
        }
    }

    /** Keeps a longer warm-up for the next run, where the measured series turned out to hold some still. */
    void lengthen(Course course) {
        if (plan.warmUpRequests() > 0) {
            course.steadiness()
                    .filter(Steadiness::warmsUp)
                    .ifPresent(s -> store.keep(serving, course.warmUp() + Math.min(MOST_AT_ONCE, s.warmUp())));
        }
    }
}
