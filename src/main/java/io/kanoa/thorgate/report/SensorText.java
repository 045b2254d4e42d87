package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.MemoryPressure;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Source;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.YieldedMetrics;
import io.kanoa.thorgate.telemetry.SoundSamples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the sensors of a row give reason to warn of. */
final class SensorText {

    private static final long MANY_MAJOR_FAULTS = 1_000;

    private SensorText() {}

    /** Sensors that jumped, stopped or stalled, and memory that was too small. */
    static List<String> warnings(Evidence evidence) {
        return Stream.of(
                        SoundSamples.of(evidence.samples()).jumps().stream(),
                        badlyCovered(evidence),
                        memory(MemoryPressure.of(evidence)))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private static Stream<String> badlyCovered(Evidence evidence) {
        Set<Metric> yielded = YieldedMetrics.of(evidence.row().work());
        return Metrics.sources(evidence).entrySet().stream()
                .filter(sensed -> yielded.contains(sensed.getKey()))
                .map(Map.Entry::getValue)
                .filter(source -> !source.isEnough())
                .map(Source::coverageText)
                .distinct();
    }

    private static Stream<String> memory(MemoryPressure pressure) {
        return Stream.of(
                        text(pressure.oomKills(), 1, "processes were ended by the kernel for want of memory"),
                        text(pressure.swappedOutPages(), 1, "pages of memory were written to swap"),
                        text(
                                pressure.majorFaults(),
                                MANY_MAJOR_FAULTS,
                                "page faults waited for a disk while requests were measured: memory was short"))
                .flatMap(texts -> texts);
    }

    private static Stream<String> text(long count, long worthAWarning, String what) {
        return count < worthAWarning ? Stream.of() : Stream.of(count + " " + what);
    }
}
