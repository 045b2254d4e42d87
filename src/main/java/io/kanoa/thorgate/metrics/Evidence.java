package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.Span;
import io.kanoa.thorgate.workload.SentImages;
import io.kanoa.thorgate.workload.calibration.ClientTimingError;
import io.kanoa.thorgate.workload.format.FormatProbe;
import io.kanoa.thorgate.workload.swap.SwapCase;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import io.kanoa.thorgate.workload.vector.VectorEvidence;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
 * @param particulars what only rows of some kinds have
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
        Particulars particulars) {

    public Evidence {
        warmUp = LaidAside.orCopy(warmUp);
        measured = LaidAside.orCopy(measured);
        alone = LaidAside.orCopy(alone);
        background = LaidAside.orCopy(background);
        swaps = List.copyOf(swaps);
        samples = LaidAside.orCopy(samples);
        starts = List.copyOf(starts);
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
                Particulars.NONE);
    }

    /**
     * The same with its answers and samples laid aside: they are read again by whoever looks at them.
     *
     * @throws IOException if the store takes no more
     */
    public Evidence in(RawStore store) throws IOException {
        return new Evidence(
                row,
                timelines(warmUp, store),
                timelines(measured, store),
                timelines(alone, store),
                timelines(background, store),
                swaps,
                new LaidAside<>(
                        store, store.put(out -> SampleCodec.write(samples, out)), SampleCodec::read, samples.size()),
                starts,
                clientTiming,
                idle,
                particulars);
    }

    private static List<Timeline> timelines(List<Timeline> answers, RawStore store) throws IOException {
        return answers.isEmpty()
                ? answers
                : new LaidAside<>(
                        store,
                        store.put(out -> TimelineCodec.write(answers, out)),
                        TimelineCodec::read,
                        answers.size());
    }

    /** The same from a client whose error is known. */
    public Evidence with(Optional<ClientTimingError> clientTiming) {
        return new Evidence(
                row, warmUp, measured, alone, background, swaps, samples, starts, clientTiming, idle, particulars);
    }

    /** The same on a machine whose idle power is known. */
    public Evidence with(IdlePower idlePower) {
        return new Evidence(
                row, warmUp, measured, alone, background, swaps, samples, starts, clientTiming, idlePower, particulars);
    }

    /** The same of a row that tried these formats. */
    public Evidence withFormats(List<FormatProbe> probes) {
        return with(particulars.withFormats(probes));
    }

    /** The same of a row some of whose swaps could not be timed as they were to be. */
    public Evidence withSwapProblems(Map<SwapCase, String> problems) {
        return with(particulars.withSwapProblems(problems));
    }

    /** The same of a row whose measured requests had these images. */
    public Evidence withImages(List<SentImages> sent) {
        return with(particulars.withImages(sent));
    }

    /** The same of a row with a vector database. */
    public Evidence withVectors(VectorEvidence vectors) {
        return with(particulars.withVectors(vectors));
    }

    /** The same, measured in turns with other rows: without the samples that were taken while others had the machine. */
    public Evidence inTurns(List<Span> spans) {
        List<Sample> own = samples.stream()
                .filter(sample -> spans.stream().anyMatch(span -> span.holds(sample.nanos())))
                .toList();
        return new Evidence(
                row,
                warmUp,
                measured,
                alone,
                background,
                swaps,
                own,
                starts,
                clientTiming,
                idle,
                particulars.withTurns(spans));
    }

    /**
     * What one turn gave.
     *
     * @param turn from 0
     * @throws IndexOutOfBoundsException if there was no such turn
     */
    public Evidence turn(int turn) {
        Span span = turns().get(turn);
        List<EngineStart> own = starts.size() == turns().size() ? List.of(starts.get(turn)) : List.of();
        return new Evidence(
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
                        particulars)
                .inTurns(List.of(span));
    }

    /** As {@link Particulars#weightBytes}. */
    public OptionalDouble weightBytes() {
        return particulars.weightBytes();
    }

    /** As {@link Particulars#turns}. */
    public List<Span> turns() {
        return particulars.turns();
    }

    /** As {@link Particulars#formats}. */
    public List<FormatProbe> formats() {
        return particulars.formats();
    }

    /** As {@link Particulars#swapProblems}. */
    public Map<SwapCase, String> swapProblems() {
        return particulars.swapProblems();
    }

    /** As {@link Particulars#images}. */
    public List<SentImages> images() {
        return particulars.images();
    }

    /** As {@link Particulars#vectors}. */
    public Optional<VectorEvidence> vectors() {
        return particulars.vectors();
    }

    private Evidence with(Particulars other) {
        return new Evidence(
                row, warmUp, measured, alone, background, swaps, samples, starts, clientTiming, idle, other);
    }

    private static List<Timeline> within(Span span, List<Timeline> answers) {
        return answers.stream()
                .filter(answer -> span.holds(answer.scheduledNanos()))
                .toList();
    }
}
