package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.Image;
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
    private final PromptText probes;
    private long nextProbe;

    /**
     * @param firstSalt prompts of this and later salts are made; runs that choose different ones share no prompt
     * @throws WorkloadException if the server cannot say how long a text is
     */
    public Questions(Endpoint endpoint, long firstSalt, Duration stallTimeout) {
        this.endpoint = endpoint;
        this.stallTimeout = stallTimeout;
        this.salt = new AtomicLong(firstSalt);
        this.tokenizer = new Tokenizer(endpoint);
        this.probes = new PromptText(~firstSalt);
        this.nextProbe = Long.MIN_VALUE / 2 ^ firstSalt;
        this.prompts = prompts(new PromptText(firstSalt), Long.MIN_VALUE ^ firstSalt);
    }

    /** {@code count} prompts of {@code tokens} each, no two alike, none given before. */
    public List<String> make(int count, int tokens) {
        return Stream.generate(() -> prompts.of(tokens, salt.getAndIncrement()))
                .limit(count)
                .toList();
    }

    /**
     * Prompt tokens that images add to a text, by the usage that the server reports of a request with them and of the same
     * without.
     *
     * @throws WorkloadException if the server refuses them; with its own words
     */
    int tokensOf(List<Image> images) {
        Dialect dialect = endpoint.dialect();
        if (dialect != Dialect.OPENAI_CHAT && dialect != Dialect.OLLAMA_CHAT) {
            throw new WorkloadException("images go with chats only, and this model is asked without a chat template:"
                    + " remove chat: false from what the plan says of it on this engine");
        }
        String text = probes.of(nextProbe++, 0, PROBE_CHARS);
        Timeline with = ask(text, images);
        if (with.usage().promptTokens() < 0) {
            throw new WorkloadException("the engine refuses a prompt with " + images.size()
                    + (images.size() == 1 ? " image: " : " images: ")
                    + with.outcome().detail());
        }
        return with.usage().promptTokens() - usage(text);
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
        Timeline answer = ask(text, List.of());
        if (answer.usage().promptTokens() < 0) {
            throw new WorkloadException("a probe request for the length of prompts told no usage: " + answer.outcome()
                    + "; without it prompts of a given length can't be made");
        }
        return answer.usage().promptTokens();
    }

    private Timeline ask(String text, List<Image> images) {
        try (StreamClient client = StreamClient.open()) {
            client.connect(endpoint);
            return client.send(
                    new GenerationRequest(endpoint, text, images, -1, 1, 0, stallTimeout, false), System.nanoTime());
        }
    }

    private static WorkloadException unreachable(Exception e) {
        return new WorkloadException("the server's tokenizer could not be asked: " + e.getMessage(), e);
    }
}
