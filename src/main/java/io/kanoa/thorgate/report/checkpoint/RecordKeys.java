package io.kanoa.thorgate.report.checkpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Records as keys of JSON objects: their own JSON, as text. */
final class RecordKeys {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private RecordKeys() {}

    static <T> void addTo(SimpleModule module, Class<T> type) {
        module.addKeySerializer(type, new Writer<>());
        module.addKeyDeserializer(type, new Reader(type));
    }

    private static final class Writer<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T key, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(PLAIN.writeValueAsString(key));
        }
    }

    private static final class Reader extends KeyDeserializer {

        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return PLAIN.readValue(key, type);
        }
    }
}
