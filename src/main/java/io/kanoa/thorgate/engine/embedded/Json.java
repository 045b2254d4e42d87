package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON that the API is written in. */
final class Json {

    /** Of UTF-8 alone: bytes that are broken in another encoding, which nobody sends, would be no mistake of JSON to it. */
    static final JsonMapper MAPPER = new JsonMapper(
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build());

    private Json() {}

    /** Loads the classes that reading and writing take, so that the first client does not wait for that. */
    static void warmUp() {
        try {
            MAPPER.readTree(bytes(object().put("number", 1).put("text", "text")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    /** An error as OpenAI clients expect it. */
    static ObjectNode error(ApiError error) {
        ObjectNode result = object();
        result.putObject("error")
                .put("message", error.getMessage())
                .put("type", error.type())
                .put("code", error.status());
        return result;
    }
}
