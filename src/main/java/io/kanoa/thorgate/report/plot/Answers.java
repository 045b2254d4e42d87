package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Timeline;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a plot shows of some answers, in milliseconds.
 *
 * @param firstTokens time to the first token of each request in order; NaN for one that failed
 * @param sortedGaps gaps between the chunks of completed answers, all together and in rising order
 */
public record Answers(double[] firstTokens, double[] sortedGaps) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Answers of(List<Timeline> timelines) {
        return new Answers(
                timelines.stream().mapToDouble(Answers::firstToken).toArray(),
                timelines.stream()
                        .filter(timeline -> timeline.outcome().isCompleted())
                        .map(Timeline::chunks)
                        .flatMapToDouble(Answers::gaps)
                        .sorted()
                        .toArray());
    }

    /** Whether no answer ended as it should. */
    boolean isEmpty() {
        return Arrays.stream(firstTokens).allMatch(Double::isNaN);
    }

    static double[] sortedGaps(Collection<Answers> answers) {
        return answers.stream()
                .flatMapToDouble(some -> DoubleStream.of(some.sortedGaps))
                .sorted()
                .toArray();
    }

    private static double firstToken(Timeline timeline) {
        return timeline.outcome().isCompleted() && !timeline.chunks().isEmpty()
                ? (timeline.firstChunkNanos() - timeline.sentNanos()) / NANOS_PER_MILLI
                : Double.NaN;
    }

    private static DoubleStream gaps(List<Chunk> chunks) {
        return IntStream.range(1, chunks.size())
                .mapToDouble(i -> (chunks.get(i).nanos() - chunks.get(i - 1).nanos()) / NANOS_PER_MILLI);
    }
}
