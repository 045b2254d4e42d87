package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.stream.Timeline;
import java.util.List;

/**
 * Says after each answer whether enough were measured. Called on the measuring thread within the pause before the next
 * request, so that what it costs is no part of any answer.
 */
@FunctionalInterface
public interface StopRule {

    /** Never ends a workload before its cap. */
    StopRule NEVER = measured -> false;

    /** @param measured all measured answers so far, in their order, failed ones included; at least one */
    boolean isEnough(List<Timeline> measured);
}
