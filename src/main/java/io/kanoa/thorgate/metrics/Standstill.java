package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That the gate's own JVM did not run while it measured, as {@link io.kanoa.thorgate.telemetry.StandstillWatch} saw it: the row's
 * times are not the engine's then.
 *
 * @param seconds that the longest lasted
 */
public record Standstill(double seconds) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LONG = 1;

    /** The longest that reached into a measured answer; of a row that times other things as well, into any of its time. */
    public static Optional<Standstill> in(Evidence evidence) {
        List<Timeline> answers = Stream.of(evidence.measured(), evidence.alone(), evidence.background())
                .flatMap(Collection<Timeline>::stream)
                .toList();
        boolean timesMore =
                !evidence.swaps().isEmpty() || evidence.particulars().vectors().isPresent();
        return evidence.samples().stream()
                .filter(sample -> sample.values().containsKey(SampleChannels.GATE_STANDSTILL_S))
                .filter(sample -> timesMore || answers.stream().anyMatch(answer -> reachesInto(answer, sample)))
                .map(sample -> new Standstill(sample.reachNanos() / NANOS_PER_SECOND))
                .max(Comparator.comparingDouble(Standstill::seconds));
    }

    private static boolean reachesInto(Timeline answer, Sample standstill) {
        long end = standstill.nanos() + standstill.reachNanos();
        return answer.sentNanos() != -1
                && answer.closedNanos() - standstill.nanos() >= 0
                && end - answer.sentNanos() >= 0;
    }

    /** Whether no machine that is merely busy explains it. */
    public boolean isLong() {
        return seconds >= LONG;
    }

    /** What happened, and what to do. */
    public String reason() {
        return String.format(
                Locale.ROOT,
                "the gate itself stood still for %.1f s while it measured (stopped, suspended, or starved of processor time):"
                        + " its times are not the engine's; repeat the row",
                seconds);
    }
}
