package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The shape of one reply, as a chat or as a text completion, whole or in chunks. */
abstract class ReplyFormat {

    private final String id;
    private final String model;
    private final long created = Instant.now().getEpochSecond();

    ReplyFormat(String id, String model) {
        this.id = id;
        this.model = model;
    }

    /** What is sent before any text, if anything. */
    abstract Optional<ObjectNode> opening();

    abstract ObjectNode piece(String text);

    /** The chunk that says why the answer ended. */
    abstract ObjectNode ending(Answer answer);

    /** The chunk with token counts, which comes last. */
    abstract ObjectNode usage(Answer answer);

    /** The reply to a request without streaming. */
    abstract ObjectNode whole(String text, Answer answer);

    final ObjectNode envelope(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }

    static ObjectNode addChoice(ObjectNode envelope) {
        return envelope.putArray("choices").addObject().put("index", 0);
    }

    static ObjectNode withUsage(ObjectNode reply, Answer answer) {
        reply.putObject("usage")
                .put("prompt_tokens", answer.promptTokens())
                .put("completion_tokens", answer.predictedTokens())
                .put("total_tokens", answer.promptTokens() + answer.predictedTokens())
                .putObject("prompt_tokens_details")
                .put("cached_tokens", 0);
        return reply;
    }

    /** Adds the server's own times in the form of llama-server. */
    static ObjectNode withTimings(ObjectNode reply, Answer answer) {
        reply.putObject("timings")
                .put("cache_n", 0)
                .put("prompt_n", answer.promptTokens())
                .put("prompt_ms", millis(answer.promptNanos()))
                .put("predicted_n", answer.predictedTokens())
                .put("predicted_ms", millis(answer.predictedNanos()));
        return reply;
    }

    static String idWith(String prefix, long number) {
        return String.format(Locale.ROOT, "%s-%08d", prefix, number);
    }

    private static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
