package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dummy stream that a background model works through: an open loop, so that requests fall due at their times whether or
 * not earlier ones have ended. Starts when made, ends with {@link #stop}.
 */
public final class BackgroundStream implements AutoCloseable {

    /** Requests that can be under way at the same time. */
    public static final int LANES = 4;

    private final OpenLoop<Timeline> loop;

    /**
     * @param prompts used in turn, over and over
     * @param stallTimeout longest wait for the next token of an answer, and for the backlog to drain at the end
     */
    public BackgroundStream(Endpoint endpoint, Background shape, List<String> prompts, Duration stallTimeout) {
        List<String> all = List.copyOf(prompts);
        List<Lane> lanes = Stream.generate(() -> Lane.open(endpoint, shape, all, stallTimeout))
                .limit(LANES)
                .toList();
        this.loop =
                new OpenLoop<>("background", shape.requestsPerSecond(), stallTimeout, lanes, Timeline::scheduledNanos);
    }

    /**
     * Ends the arrivals, lets what has fallen due finish, and gives all answers in the order they fell due. What does not
     * finish within the stall timeout is cancelled and among the answers as such.
     */
    public List<Timeline> stop() {
        return loop.stop();
    }

    /** Ends the stream without waiting for what is due. */
    @Override
    public void close() {
        loop.close();
    }

    private record Lane(
            StreamClient client, Endpoint endpoint, Background shape, List<String> prompts, Duration stallTimeout)
            implements OpenLoop.Lane<Timeline> {

        static Lane open(Endpoint endpoint, Background shape, List<String> prompts, Duration stallTimeout) {
            StreamClient client = StreamClient.open();
            client.connect(endpoint);
            return new Lane(client, endpoint, shape, prompts, stallTimeout);
        }

        @Override
        public Timeline work(int number, long due) {
            return client.send(
                    new GenerationRequest(
                            endpoint,
                            prompts.get(number % prompts.size()),
                            shape.inputTokens(),
                            shape.outputTokens(),
                            number,
                            stallTimeout,
                            false),
                    due);
        }

        @Override
        public Timeline unsent(long due) {
            Outcome outcome =
                    new Outcome(Outcome.Kind.CANCELLED, "fell due but was never sent: the backlog did not drain");
            return new Timeline(
                    due, -1, -1, -1, List.of(), "", Usage.NONE, -1, Optional.empty(), System.nanoTime(), outcome, "");
        }

        @Override
        public void cancel() {
            client.cancel();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
