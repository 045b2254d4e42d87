package io.kanoa.thorgate.report.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON with line feeds, and numbers without exponents. */
final class JsonText {

    private static final ObjectWriter WRITER =
            new JsonMapper().writerWithDefaultPrettyPrinter().with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);

    private JsonText() {}

    static String of(JsonNode node) {
        try {
            return WRITER.writeValueAsString(node).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values can't be written as JSON", e);
        }
    }
}
