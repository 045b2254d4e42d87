package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Images;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import java.util.ArrayList;
import java.util.List;

/** One model, one user: warm-up, then the measured conversation, until enough is known or the plan's cap is reached. */
public final class SingleUser implements AutoCloseable {

    private final Conversation conversation;
    private final Sampling sampling;
    private final PromptSupply prompts;
    private final List<SentImages> sentImages = new ArrayList<>();

    /**
     * Makes the first prompts, so that nothing but the conversation is left to do.
     *
     * @param work what is asked: the context holds the text of each prompt, room for its images, and the answer
     * @throws WorkloadException if the engine does not take the prompts or their images
     */
    public SingleUser(RunningEngine engine, Work.SingleUser work, Sampling sampling, long salt, Progress progress) {
        this.sampling = sampling;
        Images images = work.shape().images();
        int inputTokens = work.context().tokens() - sampling.outputTokens() - images.room();
        this.conversation = new Conversation(
                engine.endpoint(), Conversation.Shape.of(inputTokens, sampling), engine::isAlive, progress);
        int most = sampling.warmUpRequests() + sampling.requests();
        this.prompts = new PromptSupply(engine.endpoint(), salt, sampling, inputTokens, images, most);
    }

    /** Warms up. Call it first, once. */
    public List<Timeline> warmUp() {
        return conversation.hold(
                "warm-up", sampling.warmUpRequests(), prompts::next, StopRule.NEVER, (prompt, answer) -> {});
    }

    /** Measures until {@code enough} says so, {@link Sampling#requests()} times at most. */
    public List<Timeline> measure(StopRule enough) {
        return conversation.hold("requests", sampling.requests(), prompts::next, enough, this::note);
    }

    /** What went with each measured request so far; empty where the plan asks for no images. */
    public List<SentImages> sentImages() {
        return List.copyOf(sentImages);
    }

    private void note(Prompt prompt, Timeline answer) {
        prompts.sent(prompt, answer.scheduledNanos()).ifPresent(sentImages::add);
    }

    @Override
    public void close() {
        prompts.close();
    }
}
