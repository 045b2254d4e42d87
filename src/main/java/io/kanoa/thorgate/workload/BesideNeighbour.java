package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.stream.Timeline;
import java.util.Iterator;
import java.util.List;

/**
 * A foreground conversation beside a background stream. The same conversation is held alone first, in the same run on the
 * same engines, so that the neighbour's effect is a ratio of like with like.
 *
 * <p>Both conversations have a fixed number of requests, {@link Sampling#requests()}, and the row is judged once at the end.
 * Ending early would need looks at the background stream while some of it is under way: what has fallen due but not ended
 * is neither completed nor failed then, and leaving it out would flatter a neighbour that falls behind.
 */
public final class BesideNeighbour {

    private static final int BACKGROUND_PROMPTS = 8;

    private final RunningEngine neighbour;
    private final Sampling sampling;
    private final Background background;
    private final Conversation conversation;
    private final List<String> prompts;
    private final List<String> backgroundPrompts;

    /** Makes all prompts, so that nothing but the conversations is left to do. */
    public BesideNeighbour(
            RunningEngine foreground,
            RunningEngine neighbour,
            Context context,
            Sampling sampling,
            Background background,
            long salt,
            Progress progress) {
        this.neighbour = neighbour;
        this.sampling = sampling;
        this.background = background;
        int inputTokens = context.tokens() - sampling.outputTokens();
        this.conversation = new Conversation(
                foreground.endpoint(), Conversation.Shape.of(inputTokens, sampling), foreground::isAlive, progress);
        try (Questions questions = new Questions(foreground.endpoint(), salt, sampling.stallTimeout());
                Questions dummy = new Questions(neighbour.endpoint(), ~salt, sampling.stallTimeout())) {
            this.prompts = questions.make(sampling.warmUpRequests() + 2 * sampling.requests(), inputTokens);
            this.backgroundPrompts = dummy.make(BACKGROUND_PROMPTS, background.inputTokens());
        }
    }

    /** @param timeIsUp ends either conversation early, after the answer that is under way */
    public Answers run(StopRule timeIsUp) {
        Iterator<String> next = prompts.iterator();
        List<Timeline> warmUp = conversation.hold("warm-up", sampling.warmUpRequests(), next::next, StopRule.NEVER);
        if (Hang.in(warmUp).isPresent()) {
            return new Answers(warmUp, List.of(), List.of(), List.of());
        }
        List<Timeline> alone = conversation.hold("alone", sampling.requests(), next::next, timeIsUp);
        try (BackgroundStream stream =
                new BackgroundStream(neighbour.endpoint(), background, backgroundPrompts, sampling.stallTimeout())) {
            List<Timeline> beside =
                    conversation.hold("beside its neighbour", sampling.requests(), next::next, timeIsUp);
            return new Answers(warmUp, beside, alone, stream.stop());
        }
    }
}
