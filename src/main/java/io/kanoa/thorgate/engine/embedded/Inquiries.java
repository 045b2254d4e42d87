package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Answers questions about the server and its model. */
final class Inquiries {

    private final ModelSlot slot;
    private final ServerOptions options;

    Inquiries(ModelSlot slot, ServerOptions options) {
        this.slot = slot;
        this.options = options;
    }

    /** 503 while the model is being loaded, then 200. */
    void health(Exchange exchange) throws IOException {
        slot.model();
        exchange.reply(200, Json.object().put("status", "ok"));
    }

    void models(Exchange exchange) throws IOException {
        ObjectNode reply = Json.object().put("object", "list");
        reply.putArray("data")
                .addObject()
                .put("id", options.alias())
                .put("object", "model")
                .put("owned_by", "thor-gate");
        exchange.reply(200, reply);
    }

    void properties(Exchange exchange) throws IOException {
        ObjectNode reply = Json.object()
                .put("model_path", options.model().toString())
                .put("model_alias", options.alias())
                .put("total_slots", 1)
                .put("n_threads", options.threads());
        reply.putObject("default_generation_settings").put("n_ctx", slot.model().context());
        exchange.reply(200, reply);
    }

    /** The tokens of a text, without those that are put around a prompt. */
    void tokenize(Exchange exchange) throws IOException {
        JsonNode content = exchange.body().path("content");
        if (!content.isTextual()) {
            throw ApiError.badRequest("'content' must be a text");
        }
        ObjectNode reply = Json.object();
        ArrayNode tokens = reply.putArray("tokens");
        for (int token : slot.model().tokenize(content.textValue())) {
            tokens.add(token);
        }
        exchange.reply(200, reply);
    }
}
