package io.kanoa.thorgate.report.checkpoint;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Timeline;
import java.io.IOException;
import java.util.List;

/**
 * Records as JSON and back, all of their components and nothing else: what is missing or new is an error. What comes of the plan
 * is written as a reference to it. The text of answers is left out.
 */
final class RecordJson {

    /** Of the sealed type, which kind it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface OfKinds {}

    /** Short, since there are very many. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}

    private interface WithoutText {
        @JsonSerialize(using = NoText.class)
        String text();
    }

    private static final class NoText extends JsonSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString("");
        }
    }

    private RecordJson() {}

    /** A mapper for what a run of {@code rows} produces. */
    static JsonMapper of(List<Row> rows) {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new PlanReferences(rows))
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .addMixIn(Observations.class, OfKinds.class)
                .addMixIn(Chunk.class, AsArray.class)
                .addMixIn(Timeline.class, WithoutText.class)
                .registerSubtypes(Observations.class.getPermittedSubclasses())
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }
}
