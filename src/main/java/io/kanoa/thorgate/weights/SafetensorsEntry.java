package io.kanoa.thorgate.weights;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One tensor's object of a safetensors header, read key by key. */
final class SafetensorsEntry {

    private static final int MOST_DIMENSIONS = 64;

    private @Nullable String type;
    private @Nullable List<Long> shape;
    private @Nullable List<Long> offsets;

    /** @throws IllegalArgumentException if a value is of the wrong kind */
    SafetensorsEntry read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> type = text(json);
                case "shape" -> shape = numbers(json);
                case "data_offsets" -> offsets = numbers(json);
                default -> json.skipChildren();
            }
        }
        return this;
    }

    /** @throws IllegalArgumentException if something is missing or does not fit together */
    SafetensorsTensor tensor(String name) {
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new IllegalArgumentException("needs dtype, shape and data_offsets with begin and end");
        }
        String dtype = type;
        SafetensorsType known =
                SafetensorsType.of(dtype).orElseThrow(() -> new IllegalArgumentException("unknown dtype " + dtype));
        return new SafetensorsTensor(name, known, shape, offsets.get(0), offsets.get(1));
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("dtype is no text");
        }
        return json.getText();
    }

    private static List<Long> numbers(JsonParser json) throws IOException {
        List<Long> numbers = new ArrayList<>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("expected a list of whole numbers");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(number(json));
            if (numbers.size() > MOST_DIMENSIONS) {
                throw new IllegalArgumentException("more than " + MOST_DIMENSIONS + " dimensions");
            }
        }
        return numbers;
    }

    private static long number(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new IllegalArgumentException("'" + json.getText() + "' is no length or offset");
        }
        return json.getLongValue();
    }
}
