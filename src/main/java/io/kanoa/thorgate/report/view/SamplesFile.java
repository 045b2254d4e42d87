package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** A row's samples, sorted by channel while they are read: there may be very many. */
final class SamplesFile {

    private static final JsonFactory JSON = new JsonFactory();
    private static final double NANOS_PER_SECOND = 1e9;

    private record Growing(DoubleStream.Builder seconds, DoubleStream.Builder values) {}

    private final Map<String, Growing> channels = new HashMap<>();

    /** Reads all lines; what came before an exception is kept. */
    void read(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                line(json);
            }
        }
    }

    Map<String, Readings> readings() {
        Map<String, Readings> readings = new HashMap<>();
        channels.forEach((name, growing) -> readings.put(
                SafeText.of(name),
                new Readings(
                        growing.seconds().build().toArray(),
                        growing.values().build().toArray())));
        return readings;
    }

    private void line(JsonParser json) throws IOException {
        double second = Double.NaN;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("ns") && value.isNumeric()) {
                second = json.getLongValue() / NANOS_PER_SECOND;
            } else if (name.equals("values") && value == JsonToken.START_OBJECT) {
                values(json, second);
            } else {
                json.skipChildren();
            }
        }
    }

    private void values(JsonParser json, double second) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String channel = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isNumeric() && Double.isFinite(second)) {
                Growing growing = channels.computeIfAbsent(
                        channel, name -> new Growing(DoubleStream.builder(), DoubleStream.builder()));
                growing.seconds().add(second);
                growing.values().add(json.getDoubleValue());
            } else {
                json.skipChildren();
            }
        }
    }
}
