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
 * @param stallTimeout longest wait for the next byte before the request is given up
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
        boolean keepText) {

    public GenerationRequest {
        images = List.copyOf(images);
    }

    /** A question of text alone. */
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
}
