package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Coverage;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SoundSamples;
import io.kanoa.thorgate.telemetry.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the sensors told during a row, without readings that cannot be true, and how much of the row they speak for. A
 * value is made of them only where they cover enough.
 */
final class Sensors {

    private final Evidence evidence;
    private final List<Sample> samples;
    private final Set<String> channels;
    private final Coverage requests;
    private final Coverage row;

    Sensors(Evidence evidence) {
        this.evidence = evidence;
        this.samples = SoundSamples.of(evidence.samples()).samples();
        this.channels =
                samples.stream().flatMap(s -> s.values().keySet().stream()).collect(Collectors.toUnmodifiableSet());
        List<Window> measured = Window.of(evidence.measured());
        List<Window> whole = rowWindow();
        this.row = Coverage.of(samples, spans(whole));
        this.requests = measured.isEmpty() ? row : Coverage.of(samples, spans(Window.disjoint(measured)));
    }

    Evidence evidence() {
        return evidence;
    }

    List<Sample> samples() {
        return samples;
    }

    boolean have(String channel) {
        return channels.contains(channel);
    }

    Curve curve(String channel) {
        return Curve.of(samples, channel);
    }

    /** By how much {@code channel} rose over its first reading, from the sending of the row's first request to its last end. */
    OptionalDouble growth(String channel) {
        List<Window> requests = Stream.of(evidence.warmUp(), evidence.measured())
                .flatMap(Collection<Timeline>::stream)
                .map(Window::of)
                .toList();
        return requests.isEmpty()
                ? OptionalDouble.empty()
                : curve(channel).within(Window.around(requests)).rise();
    }

    /** The channels as a source over the time in which measured requests ran; over the row where there were none. */
    Source overRequests(List<String> names) {
        return Source.of(names, evidence.measured().isEmpty() ? Source.ROW : Source.REQUESTS, requests);
    }

    /** The channels as a source over the row, from its first sample or request to its last. */
    Source overRow(List<String> names) {
        return Source.of(names, Source.ROW, row);
    }

    /** The value, or {@link Missing} where the source covers too little; a value that is missing anyway says why itself. */
    Sensed value(Source source, Supplier<Observations> formula) {
        Observations found = source.isEnough() ? formula.get() : new Missing(source.coverageText());
        return new Sensed(Optional.of(source), found);
    }

    private List<Window> rowWindow() {
        if (!evidence.turns().isEmpty()) {
            return evidence.turns().stream()
                    .map(turn -> new Window(turn.fromNanos(), turn.toNanos()))
                    .toList();
        }
        Stream<Window> requestWindows = Stream.of(
                        evidence.warmUp(), evidence.measured(), evidence.alone(), evidence.background())
                .flatMap(Collection<Timeline>::stream)
                .map(Window::of);
        Stream<Window> sampled = evidence.samples().stream().map(s -> new Window(s.nanos(), s.nanos()));
        List<Window> all = Stream.concat(requestWindows, sampled).toList();
        return all.isEmpty() ? List.of() : List.of(Window.around(all));
    }

    private static List<Span> spans(List<Window> windows) {
        return windows.stream()
                .map(window -> new Span(window.startNanos(), window.endNanos()))
                .toList();
    }
}
