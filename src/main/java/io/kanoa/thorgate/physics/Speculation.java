package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.Serving;
import java.util.List;

/** Whether an engine is started so that one pass may yield several tokens, told by its arguments. */
final class Speculation {

    /** Begins of the options by which vLLM and llama.cpp take a draft model or another source of guesses. */
    private static final List<String> OPTIONS =
            List.of("--speculative", "--num-speculative", "--model-draft", "--spec-", "--draft", "-md");

    private Speculation() {}

    static boolean in(Serving serving) {
        return serving.arguments().stream()
                .anyMatch(argument -> OPTIONS.stream().anyMatch(argument::startsWith));
    }
}
