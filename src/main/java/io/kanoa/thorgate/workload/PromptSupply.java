package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.plan.Images;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.stream.Endpoint;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * The prompts of a conversation, one after the other. The texts of as many as a row usually needs are made ahead, so that the
 * engine has nothing else to do between answers; what a longer row needs, and all images, are made one by one within the
 * user's pauses.
 */
final class PromptSupply implements AutoCloseable {

    private static final int AHEAD = 48;

    private final Questions questions;
    private final int tokens;
    private final Optional<Illustrations> illustrations;
    private final Queue<String> ready;

    /**
     * @param tokens of each text
     * @param images beside the texts
     * @param most prompts that will be asked for
     */
    PromptSupply(Endpoint endpoint, long salt, Sampling sampling, int tokens, Images images, int most) {
        this.tokens = tokens;
        this.questions = new Questions(endpoint, salt, sampling.stallTimeout());
        this.illustrations =
                images.areAsked() ? Optional.of(new Illustrations(questions, images, salt)) : Optional.empty();
        this.ready = new ArrayDeque<>(questions.make(Math.min(AHEAD, most), tokens));
    }

    Prompt next() {
        String text = ready.isEmpty() ? questions.make(1, tokens).get(0) : ready.remove();
        return illustrations.map(images -> images.of(text, tokens)).orElseGet(() -> Prompt.text(text, tokens));
    }

    /** What went with a prompt; nothing where the plan asks for no images. */
    Optional<SentImages> sent(Prompt prompt, long scheduledNanos) {
        return illustrations.map(images -> images.sent(prompt, scheduledNanos));
    }

    @Override
    public void close() {
        questions.close();
    }
}
