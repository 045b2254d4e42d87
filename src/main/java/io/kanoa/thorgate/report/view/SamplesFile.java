package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** A row's samples, sorted by channel while they are read: there may be very many. */
final class SamplesFile {

    private static final JsonFactory JSON = new JsonFactory();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MOST_READINGS = 1 << 22;
    private static final int MOST_CHANNELS = 1 << 12;

    private record Growing(DoubleStream.Builder seconds, DoubleStream.Builder values) {}

    private final Map<String, Growing> channels = new HashMap<>();
    private int readings;

    /** Reads all lines; what came before an exception is kept. */
    void read(Unpacked in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                line(json);
                in.nextLine();
            }
        }
    }

    Map<String, Readings> readings() {
        Map<String, Readings> all = new HashMap<>();
        channels.forEach((name, growing) -> all.put(
                SafeText.of(name),
                new Readings(
                        growing.seconds().build().toArray(),
                        growing.values().build().toArray())));
        return all;
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
                add(channel, second, json.getDoubleValue());
            } else {
                json.skipChildren();
            }
        }
    }

    private void add(String channel, double second, double value) throws IOException {
        Growing growing =
                channels.computeIfAbsent(channel, name -> new Growing(DoubleStream.builder(), DoubleStream.builder()));
        if (readings == MOST_READINGS || channels.size() > MOST_CHANNELS) {
            throw new IOException("it has more readings or channels than can be held at a time");
        }
        readings++;
        growing.seconds().add(second);
        growing.values().add(value);
    }
}
