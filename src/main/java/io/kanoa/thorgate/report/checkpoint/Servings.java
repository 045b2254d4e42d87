package io.kanoa.thorgate.report.checkpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servings of a run. One that is none of them, such as a tiny model of a format, keeps the names of model and engine alone. */
record Servings(List<Serving> all) {

    static Servings of(List<Row> rows) {
        return new Servings(rows.stream()
                .flatMap(row -> row.work().involved().stream())
                .distinct()
                .toList());
    }

    JsonSerializer<Serving> writer() {
        return new JsonSerializer<>() {
            @Override
            public void serialize(Serving serving, JsonGenerator json, SerializerProvider provider) throws IOException {
                int place = all.indexOf(serving);
                if (place >= 0) {
                    json.writeNumber(place);
                } else {
                    json.writeArray(
                            new String[] {serving.model().id(), serving.engine().id()}, 0, 2);
                }
            }
        };
    }

    JsonDeserializer<Serving> reader() {
        return new JsonDeserializer<>() {
            @Override
            public Serving deserialize(JsonParser json, DeserializationContext context) throws IOException {
                JsonNode node = json.readValueAsTree();
                int place = node.asInt(-1);
                if (node.isArray() && node.size() == 2) {
                    return named(node.get(0).asText(), node.get(1).asText());
                } else if (place < 0 || place >= all.size()) {
                    throw JsonMappingException.from(json, "the run has no serving " + node);
                }
                return all.get(place);
            }
        };
    }

    private static Serving named(String model, String engine) {
        return new Serving(
                new Model(model, model, List.of(), "", "", null, Map.of()),
                new EngineSpec(engine, "", List.of(), Map.of(), new Launch.Program(Optional.empty())));
    }
}
