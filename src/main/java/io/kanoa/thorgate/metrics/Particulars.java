package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.telemetry.Span;
import io.kanoa.thorgate.workload.SentImages;
import io.kanoa.thorgate.workload.format.FormatProbe;
import io.kanoa.thorgate.workload.swap.SwapCase;
import io.kanoa.thorgate.workload.vector.VectorEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What only rows of some kinds have as evidence.
 *
 * @param weightBytes of the model that serves, by its files or the plan's facts; empty where neither tells
 * @param turns when the row had the machine, where it was measured in turns with others; empty where it had it all the time
 * @param formats that an engine was tried with; empty where the row tries none
 * @param swapProblems why swaps could not be timed in a case, by case; empty where the row swaps nothing or all could
 * @param images that went with measured requests, one a request; empty where the row sends none
 * @param vectors of the row's database; empty where it has none
 */
public record Particulars(
        OptionalDouble weightBytes,
        List<Span> turns,
        List<FormatProbe> formats,
        List<SentImages> images,
        Map<SwapCase, String> swapProblems,
        Optional<VectorEvidence> vectors) {

    /** Of a row that has none. */
    public static final Particulars NONE =
            new Particulars(OptionalDouble.empty(), List.of(), List.of(), List.of(), Map.of(), Optional.empty());

    public Particulars {
        turns = List.copyOf(turns);
        formats = List.copyOf(formats);
        images = List.copyOf(images);
        swapProblems = Map.copyOf(swapProblems);
    }

    /** The same of a model whose weights are so large. */
    public Particulars withWeights(OptionalDouble bytes) {
        return new Particulars(bytes, turns, formats, images, swapProblems, vectors);
    }

    Particulars withTurns(List<Span> spans) {
        return new Particulars(weightBytes, spans, formats, images, swapProblems, vectors);
    }

    Particulars withFormats(List<FormatProbe> probes) {
        return new Particulars(weightBytes, turns, probes, images, swapProblems, vectors);
    }

    Particulars withImages(List<SentImages> sent) {
        return new Particulars(weightBytes, turns, formats, sent, swapProblems, vectors);
    }

    Particulars withSwapProblems(Map<SwapCase, String> problems) {
        return new Particulars(weightBytes, turns, formats, images, problems, vectors);
    }

    Particulars withVectors(VectorEvidence evidence) {
        return new Particulars(weightBytes, turns, formats, images, swapProblems, Optional.of(evidence));
    }
}
