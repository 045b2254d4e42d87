package io.kanoa.thorgate.report.json;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import java.util.Collection;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The moment from which the raw files of a row count time: its first sample or request. */
record Origin(long nanos) {

    static Origin of(Evidence evidence) {
        LongStream samples = evidence.samples().stream().mapToLong(Sample::nanos);
        LongStream requests = Stream.of(evidence.warmUp(), evidence.measured(), evidence.alone(), evidence.background())
                .flatMap(Collection::stream)
                .mapToLong(Timeline::scheduledNanos);
        return new Origin(
                LongStream.concat(samples, requests).reduce(Origin::earlier).orElse(0));
    }

    long since(long nanos) {
        return nanos - this.nanos;
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }
}
