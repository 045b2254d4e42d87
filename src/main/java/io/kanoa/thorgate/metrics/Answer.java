package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import java.util.stream.LongStream;

/** The formulas of one answer. What it does not give, or what a failed request would give, is NaN. */
record Answer(Timeline timeline) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int QUARTERS = 4;

    boolean isCompleted() {
        return timeline.outcome().isCompleted();
    }

    double timeToFirstByte() {
        return millisSinceSent(timeline.firstByteNanos());
    }

    double timeToFirstToken() {
        return millisSinceSent(timeline.firstChunkNanos());
    }

    double timeToFirstOutputToken() {
        return millisSinceSent(timeline.chunks().stream()
                .filter(chunk -> chunk.channel() != Channel.REASONING)
                .mapToLong(Chunk::nanos)
                .findFirst()
                .orElse(-1));
    }

    /** NaN where the model ended the answer early: it would look fast for being short. */
    double requestLatency() {
        return isEndedEarly() ? Double.NaN : millisSinceSent(timeline.lastChunkNanos());
    }

    /** From when the request fell due, so that waiting for an earlier one counts; NaN as for {@link #requestLatency}. */
    double latencySinceDue() {
        return requestLatency() + (timeline.sentNanos() - timeline.scheduledNanos()) / 1e6;
    }

    /** Seconds from sending until the first token. */
    double prefillSeconds() {
        return timeToFirstToken() / 1e3;
    }

    /** Seconds from the first chunk to the last; NaN unless time passed between them. */
    double decodeSeconds() {
        long span = timeline.lastChunkNanos() - timeline.firstChunkNanos();
        return isCompleted() && span > 0 ? span / NANOS_PER_SECOND : Double.NaN;
    }

    /** Tokens that arrived after the first chunk, by the server's count; NaN unless there are some. */
    double decodedTokens() {
        return positive(shownTokens() - firstChunkTokens());
    }

    double interTokenLatency() {
        return decodeSeconds() * 1e3 / decodedTokens();
    }

    /** How it came along; without arrivals where it failed. */
    Pace pace() {
        long[] arrivals = isCompleted()
                ? timeline.chunks().stream().mapToLong(Chunk::nanos).toArray()
                : new long[0];
        return new Pace(inputTokens(), decodedTokens(), arrivals);
    }

    /** Time of the first quarter of its tokens, in seconds; NaN where it came in fewer than {@link #QUARTERS} parts. */
    double firstQuarterSeconds() {
        return quarter(0);
    }

    /** Time of the last quarter of its tokens, as {@link #firstQuarterSeconds}. */
    double lastQuarterSeconds() {
        return quarter(QUARTERS - 1);
    }

    private double quarter(int which) {
        Pace pace = pace();
        return pace.isCutInto(QUARTERS) ? pace.seconds(which, QUARTERS) : Double.NaN;
    }

    double timePerOutputToken() {
        return (millisSinceSent(timeline.lastChunkNanos()) - timeToFirstToken()) / positive(shownTokens() - 1);
    }

    double inputTokens() {
        return count(timeline.usage().promptTokens());
    }

    double outputTokens() {
        return count(timeline.usage().completionTokens());
    }

    /** By usage; else, in an answer with reasoning, by the count that came with the last chunk of it. */
    double reasoningTokens() {
        double reported = count(timeline.usage().reasoningTokens());
        return Double.isNaN(reported) && reasons() ? reasonedUntilOutput() : reported;
    }

    /** Whether any of it was told apart as reasoning. */
    boolean reasons() {
        return isCompleted() && timeline.chunks().stream().anyMatch(Answer::isReasoning);
    }

    private double reasonedUntilOutput() {
        boolean neverEnds = timeline.chunks().stream().allMatch(Answer::isReasoning);
        int last = timeline.chunks().stream()
                .filter(Answer::isReasoning)
                .reduce((a, b) -> b)
                .map(Chunk::tokens)
                .orElse(-1);
        return neverEnds ? outputTokens() : count(last);
    }

    private static boolean isReasoning(Chunk chunk) {
        return chunk.channel() == Channel.REASONING;
    }

    /** Milliseconds between arrivals. Chunks that one socket read brought are one arrival: no gap of 0 is invented. */
    double[] gaps() {
        if (!isCompleted()) {
            return new double[0];
        }
        long[] arrivals =
                timeline.chunks().stream().mapToLong(Chunk::nanos).distinct().toArray();
        return LongStream.range(1, arrivals.length)
                .mapToDouble(i -> (arrivals[(int) i] - arrivals[(int) i - 1]) / NANOS_PER_MILLI)
                .toArray();
    }

    /** A model that ends its answer does so with a token that the server counts and does not send. */
    private double shownTokens() {
        return isEndedEarly() ? outputTokens() - 1 : outputTokens();
    }

    private boolean isEndedEarly() {
        return timeline.outcome().kind() == Outcome.Kind.ENDED_EARLY;
    }

    private int firstChunkTokens() {
        return timeline.chunks().isEmpty()
                ? 1
                : Math.max(1, timeline.chunks().get(0).tokens());
    }

    private double millisSinceSent(long nanos) {
        return isCompleted() && nanos != -1 ? (nanos - timeline.sentNanos()) / NANOS_PER_MILLI : Double.NaN;
    }

    private double count(int reported) {
        return isCompleted() && reported >= 0 ? reported : Double.NaN;
    }

    private static double positive(double value) {
        return value > 0 ? value : Double.NaN;
    }
}
