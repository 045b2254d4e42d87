package io.kanoa.thorgate.plan;

import java.time.Duration;
import java.util.List;

/**
 * What the user of a role asks for.
 *
 * @param id its key in the plan, which rows name
 * @param roles whose candidates it is for
 * @param inputTokens text of each prompt; images come on top
 * @param outputTokens length forced on each answer, reasoning included
 * @param thinkTime pause between an answer and the next question
 * @param reasons whether its models reason before they answer
 * @param images beside the text
 */
record Workload(
        String id,
        List<String> roles,
        int inputTokens,
        int outputTokens,
        Duration thinkTime,
        boolean reasons,
        Images images) {

    Workload {
        roles = List.copyOf(roles);
    }

    /** The sampling of a row that does this work. */
    Sampling of(Sampling sampling) {
        return sampling.withShape(outputTokens, thinkTime);
    }

    /** Whether a model is a candidate for it. */
    boolean isFor(Model model) {
        return model.roles().stream().anyMatch(roles::contains);
    }
}
