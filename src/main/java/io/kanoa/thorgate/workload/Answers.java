package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.stream.Timeline;
import java.util.List;

/**
 * What came of a workload.
 *
 * @param warmUp answers that came first and are never judged
 * @param measured answers of the user
 * @param alone answers of the same kind without a neighbour
 * @param background answers of the neighbour
 */
public record Answers(
        List<Timeline> warmUp, List<Timeline> measured, List<Timeline> alone, List<Timeline> background) {}
