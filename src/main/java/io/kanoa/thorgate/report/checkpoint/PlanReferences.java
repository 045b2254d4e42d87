package io.kanoa.thorgate.report.checkpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.workload.swap.SwapCase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows by their ids and servings by their place in the plan, so that neither environments nor secrets are written. */
final class PlanReferences extends SimpleModule {

    private static final long serialVersionUID = 1L;

    PlanReferences(List<Row> rows) {
        super("plan references");
        Servings servings = Servings.of(rows);
        addSerializer(Row.class, new RowId());
        addDeserializer(Row.class, new RowOfId(rows));
        addSerializer(Serving.class, servings.writer());
        addDeserializer(Serving.class, servings.reader());
        addSerializer(Duration.class, ToStringSerializer.instance);
        addDeserializer(Duration.class, new Parsed<>(Duration::parse));
        addSerializer(Instant.class, ToStringSerializer.instance);
        addDeserializer(Instant.class, new Parsed<>(Instant::parse));
        RecordKeys.addTo(this, Target.class);
        RecordKeys.addTo(this, SwapCase.class);
    }

    private static final class RowId extends JsonSerializer<Row> {
        @Override
        public void serialize(Row row, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(row.id());
        }
    }

    private static final class RowOfId extends JsonDeserializer<Row> {

        private final Map<String, Row> byId;

        RowOfId(List<Row> rows) {
            byId = rows.stream().collect(Collectors.toMap(Row::id, row -> row));
        }

        @Override
        public Row deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String id = json.getText();
            Row row = byId.get(id);
            if (row == null) {
                throw JsonMappingException.from(json, "the run has no row " + id);
            }
            return row;
        }
    }

    private static final class Parsed<T> extends JsonDeserializer<T> {

        private final Function<String, T> parser;

        Parsed(Function<String, T> parser) {
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return parser.apply(json.getText());
        }
    }
}
