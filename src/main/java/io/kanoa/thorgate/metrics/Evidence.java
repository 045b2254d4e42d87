package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.Span;
import io.kanoa.thorgate.workload.SwapTimes;
import io.kanoa.thorgate.workload.calibration.ClientTimingError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a row produced.
 *
 * @param row that it is evidence for
 * @param warmUp answers that came first and are never judged
 * @param measured answers of the user in the foreground; failed ones are among them
 * @param alone answers of the same kind without a neighbour; empty where the row has none
 * @param background answers of the neighbour; empty where the row has none
 * @param swaps of models; empty where the row swaps none
 * @param samples of all sensors from the row's start to its end
 * @param starts of the engines that served the row
 * @param clientTiming how far the client's times are off with as many streams as the row reads; empty where that is not
 *     known
 * @param idle what the machine drew before the run started anything
 * @param weightBytes of the model that serves, by its files or the plan's facts; empty where neither tells
 * @param turns when the row had the machine, where it was measured in turns with others; empty where it had it all the time
 */
public record Evidence(
        Row row,
        List<Timeline> warmUp,
        List<Timeline> measured,
        List<Timeline> alone,
        List<Timeline> background,
        List<SwapTimes> swaps,
        List<Sample> samples,
        List<EngineStart> starts,
        Optional<ClientTimingError> clientTiming,
        IdlePower idle,
        OptionalDouble weightBytes,
        List<Span> turns) {

    public Evidence {
        warmUp = List.copyOf(warmUp);
        measured = List.copyOf(measured);
        alone = List.copyOf(alone);
        background = List.copyOf(background);
        swaps = List.copyOf(swaps);
        samples = List.copyOf(samples);
        starts = List.copyOf(starts);
        turns = List.copyOf(turns);
    }

    /** Evidence of a client that was not calibrated, on a machine whose idle power is not known. */
    public Evidence(
            Row row,
            List<Timeline> warmUp,
            List<Timeline> measured,
            List<Timeline> alone,
            List<Timeline> background,
            List<SwapTimes> swaps,
            List<Sample> samples,
            List<EngineStart> starts) {
        this(
                row,
                warmUp,
                measured,
                alone,
                background,
                swaps,
                samples,
                starts,
                Optional.empty(),
                IdlePower.NOT_MEASURED,
                OptionalDouble.empty(),
                List.of());
    }

    /** The same from a client whose error is known. */
    public Evidence with(Optional<ClientTimingError> clientTiming) {
        return new Evidence(
                row,
                warmUp,
                measured,
                alone,
                background,
                swaps,
                samples,
                starts,
                clientTiming,
                idle,
                weightBytes,
                turns);
    }

    /** The same on a machine whose idle power is known. */
    public Evidence with(IdlePower idlePower) {
        return new Evidence(
                row,
                warmUp,
                measured,
                alone,
                background,
                swaps,
                samples,
                starts,
                clientTiming,
                idlePower,
                weightBytes,
                turns);
    }

    /** The same of a model whose weights are so large. */
    public Evidence with(OptionalDouble bytesOfWeights) {
        return new Evidence(
                row,
                warmUp,
                measured,
                alone,
                background,
                swaps,
                samples,
                starts,
                clientTiming,
                idle,
                bytesOfWeights,
                turns);
    }

    /** The same, measured in turns with other rows: without the samples that were taken while others had the machine. */
    public Evidence inTurns(List<Span> spans) {
        List<Sample> own = samples.stream()
                .filter(sample -> spans.stream().anyMatch(span -> span.holds(sample.nanos())))
                .toList();
        return new Evidence(
                row, warmUp, measured, alone, background, swaps, own, starts, clientTiming, idle, weightBytes, spans);
    }

    /**
     * What one turn gave.
     *
     * @param turn from 0
     * @throws IndexOutOfBoundsException if there was no such turn
     */
    public Evidence turn(int turn) {
        Span span = turns.get(turn);
        List<EngineStart> own = starts.size() == turns.size() ? List.of(starts.get(turn)) : List.of();
        Evidence part = new Evidence(
                row,
                within(span, warmUp),
                within(span, measured),
                List.of(),
                List.of(),
                List.of(),
                samples,
                own,
                clientTiming,
                idle,
                weightBytes,
                turns);
        return part.inTurns(List.of(span));
    }

    private static List<Timeline> within(Span span, List<Timeline> answers) {
        return answers.stream()
                .filter(answer -> span.holds(answer.scheduledNanos()))
                .toList();
    }
}
