package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** One request with a JSON body, and the reply to it. */
final class Exchange {

    private static final int LARGEST_BODY = 16 << 20;

    private final HttpExchange http;

    Exchange(HttpExchange http) {
        this.http = http;
    }

    /** The request's body as a JSON object; a 400 or 413 where it is none. */
    JsonNode body() throws IOException {
        byte[] bytes = http.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw ApiError.tooLarge("The body is larger than " + LARGEST_BODY + " bytes");
        }
        JsonNode body = parsed(bytes);
        if (!body.isObject()) {
            throw ApiError.badRequest("The body must be a JSON object");
        }
        return body;
    }

    void reply(int status, ObjectNode body) throws IOException {
        byte[] bytes = Json.bytes(body);
        http.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        http.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(bytes);
        }
    }

    void reply(ApiError error) throws IOException {
        reply(error.status(), Json.error(error));
    }

    /** Begins a reply of server-sent events. */
    EventStream replyWithEvents() throws IOException {
        http.getResponseHeaders().set("Content-Type", "text/event-stream");
        http.getResponseHeaders().set("Cache-Control", "no-cache");
        http.sendResponseHeaders(200, 0);
        return new EventStream(http.getResponseBody());
    }

    private static JsonNode parsed(byte[] bytes) throws IOException {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("The body is not JSON: " + e.getOriginalMessage());
        }
    }
}
