package io.kanoa.thorgate.stream;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Token counts as the events of an answer report them: of each count the last report stays. */
final class TokenCounts {

    private int prompt = -1;
    private int completion = -1;
    private int reasoning = -1;
    private int cached = -1;
    private long usageNanos = -1;
    private @Nullable EngineTimings timings;

    void take(StreamEvent event, long nanos) {
        if (event.reportsUsage()) {
            usageNanos = nanos;
        }
        prompt = known(event.promptTokens, prompt);
        completion = known(event.completionTokens, completion);
        reasoning = known(event.reasoningTokens, reasoning);
        cached = known(event.cachedTokens, cached);
        timings = event.timings == null ? timings : event.timings;
    }

    Usage usage() {
        return new Usage(prompt, completion, reasoning, cached);
    }

    long usageNanos() {
        return usageNanos;
    }

    Optional<EngineTimings> timings() {
        return Optional.ofNullable(timings);
    }

    private static int known(int reported, int before) {
        return reported >= 0 ? reported : before;
    }
}
