package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Replies of {@code /v1/chat/completions}. */
final class ChatFormat extends ReplyFormat {

    private static final String CHUNK = "chat.completion.chunk";

    ChatFormat(long number, String model) {
        super(idWith("chatcmpl", number), model);
    }

    @Override
    Optional<ObjectNode> opening() {
        ObjectNode chunk = envelope(CHUNK);
        addChoice(chunk)
                .putNull("finish_reason")
                .putObject("delta")
                .put("role", "assistant")
                .put("content", "");
        return Optional.of(chunk);
    }

    @Override
    ObjectNode piece(String text) {
        ObjectNode chunk = envelope(CHUNK);
        addChoice(chunk).putNull("finish_reason").putObject("delta").put("content", text);
        return chunk;
    }

    @Override
    ObjectNode ending(Answer answer) {
        ObjectNode chunk = envelope(CHUNK);
        addChoice(chunk).put("finish_reason", answer.finishReason()).putObject("delta");
        return chunk;
    }

    @Override
    ObjectNode usage(Answer answer) {
        ObjectNode chunk = envelope(CHUNK);
        chunk.putArray("choices");
        return withUsage(chunk, answer);
    }

    @Override
    ObjectNode whole(String text, Answer answer) {
        ObjectNode reply = envelope("chat.completion");
        addChoice(reply)
                .put("finish_reason", answer.finishReason())
                .putObject("message")
                .put("role", "assistant")
                .put("content", text);
        return withTimings(withUsage(reply, answer), answer);
    }
}
