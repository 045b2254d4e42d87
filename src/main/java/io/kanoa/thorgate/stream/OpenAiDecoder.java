package io.kanoa.thorgate.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Events of OpenAI's chat and completions streams as vLLM, SGLang, llama-server and Ollama send them.
 *
 * <p>Only the choice with index 0 counts. {@code reasoning} and {@code reasoning_content} are two names of one text: where
 * an event has both, the first one counts.
 */
final class OpenAiDecoder implements EventDecoder {

    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    private final JsonCursor json;
    private final OpenAiCounts counts;

    OpenAiDecoder(JsonCursor json) {
        this.json = json;
        this.counts = new OpenAiCounts(json);
    }

    @Override
    public void decode(byte[] data, int length, StreamEvent into) throws IOException {
        if (isDone(data, length)) {
            into.over = true;
            return;
        }
        json.open(data, length);
        for (String name = json.field(); name != null; name = json.field()) {
            topLevel(name, into);
        }
        json.end();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void topLevel(String name, StreamEvent into) throws IOException {
        switch (name) {
            case "choices" -> choices(into);
            case "usage" -> counts.usage(into);
            case "timings" -> counts.timings(into);
            case "error" -> into.error |= json.skip();
            case "object" -> into.error |= json.isText("error");
            default -> json.skip();
        }
    }

    private void choices(StreamEvent into) throws IOException {
        if (json.entersArray()) {
            while (json.element()) {
                choice(into);
            }
        }
    }

    private void choice(StreamEvent into) throws IOException {
        if (!json.entersObject()) {
            return;
        }
        into.mark();
        if (choiceIndex(into) != 0) {
            into.dropSinceMark();
        }
    }

    /** Takes in the choice and gives its index. */
    private int choiceIndex(StreamEvent into) throws IOException {
        int index = 0;
        for (String name = json.field(); name != null; name = json.field()) {
            switch (name) {
                case "index" -> index = json.count();
                case "delta" -> delta(into);
                case "text" -> into.contentLength += into.take(json);
                case "finish_reason" -> into.finishReason = json.text();
                default -> json.skip();
            }
        }
        return index;
    }

    private void delta(StreamEvent into) throws IOException {
        if (!json.entersObject()) {
            return;
        }
        for (String name = json.field(); name != null; name = json.field()) {
            switch (name) {
                case "content" -> into.contentLength += into.take(json);
                case "reasoning", "reasoning_content" -> reasoning(into);
                case "tool_calls" -> toolCalls(into);
                default -> json.skip();
            }
        }
    }

    private void reasoning(StreamEvent into) throws IOException {
        if (into.reasoningLength == 0) {
            into.reasoningLength = into.take(json);
        } else {
            json.skip();
        }
    }

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
            if (name.equals("function")) {
                function(into);
            } else {
                json.skip();
            }
        }
    }

    private void function(StreamEvent into) throws IOException {
        if (!json.entersObject()) {
            return;
        }
        for (String name = json.field(); name != null; name = json.field()) {
            switch (name) {
                case "name", "arguments" -> into.toolLength += into.take(json);
                default -> json.skip();
            }
        }
    }

    private static boolean isDone(byte[] data, int length) {
        int end = length;
        while (end > 0 && data[end - 1] == ' ') {
            end--;
        }
        return Arrays.equals(data, 0, end, DONE, 0, DONE.length);
    }
}
