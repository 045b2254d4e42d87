package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Prompts of a given length for one served model: exact where the server has a tokenizer to ask, within half a percent
 * where only the usage of requests tells. Puts requests to the server, so it must be done before anything is measured.
 */
public final class Questions implements AutoCloseable {

    private static final int PROBE_CHARS = 40;

    private final Endpoint endpoint;
    private final Duration stallTimeout;
    private final AtomicLong salt;
    private final Tokenizer tokenizer;
    private final Prompts prompts;

    /**
     * @param firstSalt prompts of this and later salts are made; runs that choose different ones share no prompt
     * @throws WorkloadException if the server cannot say how long a text is
     */
    public Questions(Endpoint endpoint, long firstSalt, Duration stallTimeout) {
        this.endpoint = endpoint;
        this.stallTimeout = stallTimeout;
        this.salt = new AtomicLong(firstSalt);
        this.tokenizer = new Tokenizer(endpoint);
        this.prompts = prompts(new PromptText(firstSalt), Long.MIN_VALUE ^ firstSalt);
    }

    /** {@code count} prompts of {@code tokens} each, no two alike, none given before. */
    public List<String> make(int count, int tokens) {
        return Stream.generate(() -> prompts.of(tokens, salt.getAndIncrement()))
                .limit(count)
                .toList();
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private Prompts prompts(PromptText text, long firstProbe) {
        try {
            if (!tokenizer.isOffered()) {
                return new ProbedPrompts(this::usage, text, firstProbe);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
        String probe = text.of(firstProbe, 0, PROBE_CHARS);
        return new PromptMaker(this::count, usage(probe) - count(probe), text);
    }

    private int count(String text) {
        try {
            return tokenizer.count(text);
        } catch (IOException | UncheckedIOException e) {
            throw unreachable(e);
        }
    }

    /** Prompt tokens of a request with {@code text}. Cached ones are no fault here. */
    private int usage(String text) {
        try (StreamClient client = StreamClient.open()) {
            client.connect(endpoint);
            GenerationRequest request = new GenerationRequest(endpoint, text, -1, 1, 0, stallTimeout, false);
            Timeline answer = client.send(request, System.nanoTime());
            if (answer.usage().promptTokens() < 0) {
                throw new WorkloadException("a probe request for the length of prompts told no usage: "
                        + answer.outcome() + "; without it prompts of a given length can't be made");
            }
            return answer.usage().promptTokens();
        }
    }

    private static WorkloadException unreachable(Exception e) {
        return new WorkloadException("the server's tokenizer could not be asked: " + e.getMessage(), e);
    }
}
