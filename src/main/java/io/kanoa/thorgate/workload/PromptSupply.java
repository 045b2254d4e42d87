package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.stream.Endpoint;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The prompts of a conversation, one after the other. As many as a row usually needs are made ahead, so that the engine has
 * nothing else to do between answers; what a longer row needs is made one by one within the user's pauses.
 */
final class PromptSupply implements AutoCloseable {

    private static final int AHEAD = 48;

    private final Questions questions;
    private final int tokens;
    private final Queue<String> ready;

    /** @param most prompts that will be asked for */
    PromptSupply(Endpoint endpoint, long salt, Sampling sampling, int tokens, int most) {
        this.tokens = tokens;
        this.questions = new Questions(endpoint, salt, sampling.stallTimeout());
        this.ready = new ArrayDeque<>(questions.make(Math.min(AHEAD, most), tokens));
    }

    String next() {
        return ready.isEmpty() ? questions.make(1, tokens).get(0) : ready.remove();
    }

    @Override
    public void close() {
        questions.close();
    }
}
