package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import java.util.Map;

/** How results are read: every text made safe, what is not there empty, what is not known or null in a list passed over. */
final class Mapper {

    static final JsonMapper JSON = mapper();

    private Mapper() {}

    private static JsonMapper mapper() {
        SimpleModule texts = new SimpleModule();
        texts.addDeserializer(String.class, new SafeText());
        texts.addKeyDeserializer(String.class, new SafeText.Key());
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(texts)
                .build();
        for (Class<?> type : List.of(String.class, List.class, Map.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP));
        }
        return mapper;
    }
}
