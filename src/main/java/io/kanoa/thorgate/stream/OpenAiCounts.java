package io.kanoa.thorgate.stream;

import java.io.IOException;

/** The {@code usage} object of OpenAI's streams and llama-server's {@code timings}. */
final class OpenAiCounts {

    private static final double NANOS_PER_MILLI = 1e6;

    private final JsonCursor json;

    OpenAiCounts(JsonCursor json) {
        this.json = json;
    }

    void usage(StreamEvent into) throws IOException {
        if (!json.entersObject()) {
            return;
        }
        for (String name = json.field(); name != null; name = json.field()) {
            switch (name) {
                case "prompt_tokens" -> into.promptTokens = json.count();
                case "completion_tokens" -> into.tokensSoFar = into.completionTokens = json.count();
                case "prompt_tokens_details" ->
                    into.cachedTokens = Math.max(into.cachedTokens, detail("cached_tokens"));
                case "completion_tokens_details" -> into.reasoningTokens = detail("reasoning_tokens");
                default -> json.skip();
            }
        }
    }

    private int detail(String wanted) throws IOException {
        int value = -1;
        if (!json.entersObject()) {
            return value;
        }
        for (String name = json.field(); name != null; name = json.field()) {
            if (name.equals(wanted)) {
                value = json.count();
            } else {
                json.skip();
            }
        }
        return value;
    }

    void timings(StreamEvent into) throws IOException {
        if (!json.entersObject()) {
            return;
        }
        int promptTokens = -1;
        double promptMillis = -1;
        int predictedTokens = -1;
        double predictedMillis = -1;
        for (String name = json.field(); name != null; name = json.field()) {
            switch (name) {
                case "prompt_n" -> promptTokens = json.count();
                case "prompt_ms" -> promptMillis = json.fraction();
                case "predicted_n" -> predictedTokens = json.count();
                case "predicted_ms" -> predictedMillis = json.fraction();
                case "cache_n" -> into.cachedTokens = Math.max(into.cachedTokens, json.count());
                default -> json.skip();
            }
        }
        into.timings = new EngineTimings(promptTokens, nanos(promptMillis), predictedTokens, nanos(predictedMillis));
    }

    private static long nanos(double millis) {
        return millis < 0 ? -1 : Math.round(millis * NANOS_PER_MILLI);
    }
}
