package io.kanoa.thorgate.stream;

import java.io.IOException;

/**
 * Lines of Ollama's {@code /api/chat} and {@code /api/generate}. The last one has {@code "done": true}.
 *
 * <p>Its {@code eval_duration} adds up the passes through the model and leaves out the choice of a token after each, so it is
 * shorter than the time in which the tokens came. What is left of {@code total_duration} without {@code load_duration} and
 * {@code prompt_eval_duration} is that time, so this is what is told as the time for the generated tokens.
 */
final class OllamaDecoder implements EventDecoder {

    private final JsonCursor json;
    private long promptNanos;
    private long evalNanos;
    private long totalNanos;
    private long loadNanos;

    OllamaDecoder(JsonCursor json) {
        this.json = json;
    }

    @Override
    public void decode(byte[] data, int length, StreamEvent into) throws IOException {
        promptNanos = -1;
        evalNanos = -1;
        totalNanos = -1;
        loadNanos = 0;
        json.open(data, length);
        for (String name = json.field(); name != null; name = json.field()) {
            topLevel(name, into);
        }
        json.end();
        finish(into);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void topLevel(String name, StreamEvent into) throws IOException {
        switch (name) {
            case "message" -> message(into);
            case "response" -> into.contentLength += into.take(json);
            case "thinking" -> into.reasoningLength += into.take(json);
            case "error" -> into.error |= json.skip();
            case "done" -> into.over = json.isTrue();
            case "done_reason" -> into.finishReason = json.text();
            case "prompt_eval_count" -> into.promptTokens = json.count();
            case "prompt_eval_duration" -> promptNanos = json.number();
            case "eval_count" -> into.completionTokens = json.count();
            case "eval_duration" -> evalNanos = json.number();
            case "total_duration" -> totalNanos = json.number();
            case "load_duration" -> loadNanos = json.number();
            default -> json.skip();
        }
    }

    private void message(StreamEvent into) throws IOException {
        if (!json.entersObject()) {
            return;
        }
        for (String name = json.field(); name != null; name = json.field()) {
            switch (name) {
                case "content" -> into.contentLength += into.take(json);
                case "thinking" -> into.reasoningLength += into.take(json);
                case "tool_calls" -> toolCalls(into);
                default -> json.skip();
            }
        }
    }

    /** Ollama sends a call whole, its arguments as an object: the name stands for it. */
    private void toolCalls(StreamEvent into) throws IOException {
        if (!json.entersArray()) {
            return;
        }
        while (json.element()) {
            if (json.entersObject()) {
                toolCall(into);
            }
        }
    }

    private void toolCall(StreamEvent into) throws IOException {
        for (String name = json.field(); name != null; name = json.field()) {
            if (name.equals("function") && json.entersObject()) {
                function(into);
            } else if (!name.equals("function")) {
                json.skip();
            }
        }
    }

    private void function(StreamEvent into) throws IOException {
        for (String name = json.field(); name != null; name = json.field()) {
            if (name.equals("name")) {
                into.toolLength += into.take(json);
            } else {
                json.skip();
            }
        }
    }

    private void finish(StreamEvent into) {
        if (!into.over) {
            return;
        }
        into.tokensSoFar = into.completionTokens;
        into.finished = true;
        if (into.reportsUsage()) {
            into.timings = new EngineTimings(into.promptTokens, promptNanos, into.completionTokens, predictedNanos());
        }
    }

    private long predictedNanos() {
        boolean isKnown = totalNanos > 0 && promptNanos > 0 && loadNanos >= 0;
        return isKnown ? Math.max(evalNanos, totalNanos - loadNanos - promptNanos) : evalNanos;
    }
}
