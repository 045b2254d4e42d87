package io.kanoa.thorgate.stream;

import java.time.Duration;
import java.util.List;

/**
 * One question to a served model.
 *
 * @param endpoint whom it is put to
 * @param prompt the user's text
 * @param images that go with it, in their order; only chats have any
 * @param promptTokens input tokens that usage must report, within tolerance; -1 where any number is right
 * @param outputTokens length forced on the answer (end-of-sequence ignored)
 * @param seed of the sampler
 * @param stallTimeout longest wait for the next byte before the first token, and for the next token after it, before the
 *     request is given up
 * @param longest time that the whole exchange may take, however much comes meanwhile
 * @param keepText whether the timeline keeps the answer's text
 */
public record GenerationRequest(
        Endpoint endpoint,
        String prompt,
        List<Image> images,
        int promptTokens,
        int outputTokens,
        long seed,
        Duration stallTimeout,
        Duration longest,
        boolean keepText) {

    private static final int STALLS = 10;

    public GenerationRequest {
        images = List.copyOf(images);
    }

    /** A question that may take ten times as long as a stall. */
    public GenerationRequest(
            Endpoint endpoint,
            String prompt,
            List<Image> images,
            int promptTokens,
            int outputTokens,
            long seed,
            Duration stallTimeout,
            boolean keepText) {
        this(
                endpoint,
                prompt,
                images,
                promptTokens,
                outputTokens,
                seed,
                stallTimeout,
                stallTimeout.multipliedBy(STALLS),
                keepText);
    }

    /** A question of text alone that may take ten times as long as a stall. */
    public GenerationRequest(
            Endpoint endpoint,
            String prompt,
            int promptTokens,
            int outputTokens,
            long seed,
            Duration stallTimeout,
            boolean keepText) {
        this(endpoint, prompt, List.of(), promptTokens, outputTokens, seed, stallTimeout, keepText);
    }

    /** The same question with another limit on the whole exchange. */
    public GenerationRequest within(Duration limit) {
        return new GenerationRequest(
                endpoint, prompt, images, promptTokens, outputTokens, seed, stallTimeout, limit, keepText);
    }
}
