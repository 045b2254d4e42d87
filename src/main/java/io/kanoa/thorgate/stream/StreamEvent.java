package io.kanoa.thorgate.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What one event of a stream says, whatever the dialect. One instance is reused for a whole answer. */
final class StreamEvent {

    /** Text of all channels so far, or null where nobody wants it. */
    final @Nullable StringBuilder text;

    int contentLength;
    int reasoningLength;
    int toolLength;
    int tokensSoFar;
    int promptTokens;
    int completionTokens;
    int reasoningTokens;
    int cachedTokens;

    @Nullable
    EngineTimings timings;

    @Nullable
    String finishReason;

    boolean finished;
    boolean over;
    boolean error;

    private int markedContent;
    private int markedReasoning;
    private int markedTool;
    private int markedText;
    private @Nullable String markedFinish;

    StreamEvent(@Nullable StringBuilder text) {
        this.text = text;
        clear();
    }

    void clear() {
        contentLength = 0;
        reasoningLength = 0;
        toolLength = 0;
        finishReason = null;
        tokensSoFar = -1;
        promptTokens = -1;
        completionTokens = -1;
        reasoningTokens = -1;
        cachedTokens = -1;
        timings = null;
        finished = false;
        over = false;
        error = false;
    }

    /** Remembers text and finish reason as they are now. */
    void mark() {
        markedContent = contentLength;
        markedReasoning = reasoningLength;
        markedTool = toolLength;
        markedFinish = finishReason;
        markedText = text == null ? 0 : text.length();
    }

    /** Goes back to text and finish reason as they were at the mark. */
    void dropSinceMark() {
        contentLength = markedContent;
        reasoningLength = markedReasoning;
        toolLength = markedTool;
        finishReason = markedFinish;
        if (text != null) {
            text.setLength(markedText);
        }
    }

    boolean reportsUsage() {
        return promptTokens >= 0 || completionTokens >= 0;
    }

    boolean isFinished() {
        return finished || (finishReason != null && !finishReason.isEmpty());
    }

    int textLength() {
        return contentLength + reasoningLength + toolLength;
    }

    /** The channel of the event: where an event holds reasoning and something else, the reasoning ends with it. */
    Channel channel() {
        if (contentLength > 0) {
            return Channel.CONTENT;
        }
        return toolLength > 0 ? Channel.TOOL_CALL : Channel.REASONING;
    }

    /** Takes in the cursor's string value, where it is one, and gives its length. */
    int take(JsonCursor json) throws IOException {
        int length = json.textLength();
        if (text != null && length > 0) {
            json.appendTo(text);
        }
        return length;
    }
}
