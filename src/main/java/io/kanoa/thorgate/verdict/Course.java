package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the sampling of a row went, beside what came of it.
 *
 * @param warmUp requests that came first and were not judged
 * @param requests measured
 * @param cap the most that the plan allows; where starts are repeated, for each of them
 * @param ended why it ended, for people; empty where nothing was measured
 * @param looks at targets while the row ran, in their order; empty where it was judged once
 * @param steadiness of the measured series; empty where that does not matter
 * @param advice what would settle each target that is not settled
 * @param starts each start's figure by target, where starts were repeated
 */
public record Course(
        int warmUp,
        int requests,
        int cap,
        String ended,
        List<Look> looks,
        Optional<Steadiness> steadiness,
        Map<Target, Advice> advice,
        List<Map<Target, Double>> starts) {

    /** Of a row that measured nothing. */
    public static final Course NONE = new Course(0, 0, 0, "", List.of(), Optional.empty(), Map.of(), List.of());

    public Course {
        looks = List.copyOf(looks);
        advice = Collections.unmodifiableMap(new LinkedHashMap<>(advice));
        starts = List.copyOf(starts);
    }
}
