package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.stream.Timeline;

/** Told of each step of a workload as it ends. Called on the measuring thread between requests: must be quick. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (phase, done, of, last) -> {};

    /**
     * @param phase what is being done, e.g. {@code warm-up}
     * @param done steps that have ended
     * @param of steps that the phase has
     * @param last the newest answer
     */
    void step(String phase, int done, int of, Timeline last);

    /** As the other, for steps that end in no answer. */
    default void step(String phase, int done, int of) {}
}
