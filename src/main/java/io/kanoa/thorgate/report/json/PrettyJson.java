package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Indented JSON that can be compared by eye and by line: one field a line, but a number and its unit on the same one.
 * Keys keep the order in which they were set, and lines end in LF on every system.
 */
final class PrettyJson extends DefaultPrettyPrinter {

    private static final long serialVersionUID = 1L;
    private static final int BUFFER = 1 << 16;
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private PrettyJson() {
        super(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        indentObjectsWith(LINES);
        indentArraysWith(LINES);
    }

    static String of(JsonNode node) {
        try {
            return MAPPER.writer(new PrettyJson()).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values can't be written as JSON", e);
        }
    }

    /** Writes a tree that may be large, with a line feed at its end; {@code out} stays open. */
    static void write(JsonNode node, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        MAPPER.writer(new PrettyJson())
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(buffered, node);
        buffered.write('\n');
        buffered.flush();
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new PrettyJson();
    }

    @Override
    public void writeStartObject(JsonGenerator generator) throws IOException {
        indentObjectsWith(isFlat(generator) ? new FixedSpaceIndenter() : LINES);
        super.writeStartObject(generator);
    }

    @Override
    public void writeEndObject(JsonGenerator generator, int fields) throws IOException {
        super.writeEndObject(generator, fields);
        indentObjectsWith(LINES);
    }

    private static boolean isFlat(JsonGenerator generator) {
        return generator.currentValue() instanceof ObjectNode node && node.has("unit") && holdsOnlyValues(node);
    }

    private static boolean holdsOnlyValues(ObjectNode node) {
        return node.size() <= 2 && node.valueStream().allMatch(JsonNode::isValueNode);
    }
}
