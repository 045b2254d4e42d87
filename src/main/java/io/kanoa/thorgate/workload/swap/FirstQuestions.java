package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import java.time.Duration;

/** Asks a model that has just come for its first tokens. */
final class FirstQuestions {

    private static final String QUESTION = ". What do you see now?";
    private static final int ANSWER_TOKENS = 4;

    private final Duration stallTimeout;
    private int asked;

    /** @param stallTimeout longest wait for the next token of an answer */
    FirstQuestions(Duration stallTimeout) {
        this.stallTimeout = stallTimeout;
    }

    /** Each question begins in another way, so that no engine that stays has a part of it in its cache. */
    Timeline ask(RunningEngine engine) {
        asked++;
        try (StreamClient client = StreamClient.open()) {
            client.connect(engine.endpoint());
            return client.send(
                    new GenerationRequest(
                            engine.endpoint(), asked + QUESTION, -1, ANSWER_TOKENS, asked, stallTimeout, false),
                    System.nanoTime());
        }
    }
}
