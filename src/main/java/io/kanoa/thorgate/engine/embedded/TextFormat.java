package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Replies of {@code /v1/completions}. */
final class TextFormat extends ReplyFormat {

    private static final String OBJECT = "text_completion";

    TextFormat(long number, String model) {
        super(idWith("cmpl", number), model);
    }

    @Override
    Optional<ObjectNode> opening() {
        return Optional.empty();
    }

    @Override
    ObjectNode piece(String text) {
        ObjectNode chunk = envelope(OBJECT);
        addChoice(chunk).put("text", text).putNull("finish_reason");
        return chunk;
    }

    @Override
    ObjectNode ending(Answer answer) {
        ObjectNode chunk = envelope(OBJECT);
        addChoice(chunk).put("text", "").put("finish_reason", answer.finishReason());
        return chunk;
    }

    @Override
    ObjectNode usage(Answer answer) {
        ObjectNode chunk = envelope(OBJECT);
        chunk.putArray("choices");
        return withUsage(chunk, answer);
    }

    @Override
    ObjectNode whole(String text, Answer answer) {
        ObjectNode reply = envelope(OBJECT);
        addChoice(reply).put("text", text).put("finish_reason", answer.finishReason());
        return withTimings(withUsage(reply, answer), answer);
    }
}
