package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON object a line. Closing it leaves the stream below open. */
final class JsonLines implements AutoCloseable {

    /** The fields of one line. */
    @FunctionalInterface
    interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private final JsonGenerator json;

    JsonLines(OutputStream out) throws IOException {
        json = new JsonMapper()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        json.setRootValueSeparator(null);
    }

    void line(Fields fields) throws IOException {
        json.writeStartObject();
        fields.writeTo(json);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
