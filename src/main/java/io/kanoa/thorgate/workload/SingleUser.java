package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.stream.Timeline;
import java.util.List;

/** One model, one user: warm-up, then the measured conversation, until enough is known or the plan's cap is reached. */
public final class SingleUser implements AutoCloseable {

    private final Conversation conversation;
    private final Sampling sampling;
    private final PromptSupply prompts;

    /** Makes the first prompts, so that nothing but the conversation is left to do. */
    public SingleUser(RunningEngine engine, Context context, Sampling sampling, long salt, Progress progress) {
        this.sampling = sampling;
        int inputTokens = context.tokens() - sampling.outputTokens();
        this.conversation = new Conversation(
                engine.endpoint(),
                new Conversation.Shape(
                        inputTokens, sampling.outputTokens(), sampling.thinkTime(), sampling.stallTimeout()),
                engine::isAlive,
                progress);
        int most = sampling.warmUpRequests() + sampling.requests();
        this.prompts = new PromptSupply(engine.endpoint(), salt, sampling, inputTokens, most);
    }

    /** Warms up. Call it first, once. */
    public List<Timeline> warmUp() {
        return conversation.hold("warm-up", sampling.warmUpRequests(), prompts::next, StopRule.NEVER);
    }

    /** Measures until {@code enough} says so, {@link Sampling#requests()} times at most. */
    public List<Timeline> measure(StopRule enough) {
        return conversation.hold("requests", sampling.requests(), prompts::next, enough);
    }

    @Override
    public void close() {
        prompts.close();
    }
}
