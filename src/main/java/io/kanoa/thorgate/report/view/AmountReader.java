package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Reads {@code {"value": 4.2, "unit": "s"}}; what is null or not there is {@link Amount#UNKNOWN}. */
final class AmountReader extends JsonDeserializer<Amount> {

    @Override
    public Amount deserialize(JsonParser json, DeserializationContext context) throws IOException {
        JsonNode node = json.readValueAsTree();
        JsonNode value = node.path("value");
        return new Amount(
                value.isNumber() ? value.asDouble() : Double.NaN,
                SafeText.of(node.path("unit").asText()));
    }

    @Override
    public Amount getNullValue(DeserializationContext context) {
        return Amount.UNKNOWN;
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Amount.UNKNOWN;
    }
}
