package io.kanoa.thorgate.stream.bench;

import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import java.net.URI;
import java.time.Duration;

/** The client under test. */
final class ClientLane implements Lane {

    private final StreamClient client = StreamClient.open();
    private final URI server;

    ClientLane(URI server) {
        this.server = server;
    }

    @Override
    public void prepare() {
        client.connect(new Endpoint(server, Dialect.OPENAI_CHAT, ""));
    }

    @Override
    public Arrivals ask(Pace pace, int tokens, long seed) {
        Endpoint endpoint = new Endpoint(server, Dialect.OPENAI_CHAT, pace.model());
        Timeline timeline = client.send(
                new GenerationRequest(endpoint, "Why?", -1, tokens, seed, Duration.ofSeconds(20), false),
                System.nanoTime());
        if (!timeline.outcome().isCompleted() || timeline.chunks().size() != tokens) {
            throw new IllegalStateException("the benchmark's own answer failed: " + timeline.outcome());
        }
        return new Arrivals(
                seed,
                timeline.sentNanos(),
                timeline.chunks().stream().mapToLong(Chunk::nanos).toArray());
    }

    @Override
    public void close() {
        client.close();
    }
}
