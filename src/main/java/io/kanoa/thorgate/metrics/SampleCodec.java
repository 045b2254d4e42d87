package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.telemetry.Sample;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Samples as bytes. The names of sensors and channels are few, and each is written once. */
final class SampleCodec {

    private SampleCodec() {}

    static void write(List<Sample> samples, DataOutputStream out) throws IOException {
        Map<String, Integer> names = new HashMap<>();
        out.writeInt(samples.size());
        for (Sample sample : samples) {
            out.writeLong(sample.nanos());
            out.writeLong(sample.reachNanos());
            write(sample.sensor(), names, out);
            out.writeInt(sample.values().size());
            for (Map.Entry<String, Double> value : sample.values().entrySet()) {
                write(value.getKey(), names, out);
                out.writeDouble(value.getValue());
            }
        }
    }

    static List<Sample> read(DataInputStream in) throws IOException {
        List<String> names = new ArrayList<>();
        Sample[] samples = new Sample[in.readInt()];
        for (int i = 0; i < samples.length; i++) {
            long nanos = in.readLong();
            long reach = in.readLong();
            samples[i] = new Sample(nanos, name(names, in), values(names, in), reach);
        }
        return List.of(samples);
    }

    private static Map<String, Double> values(List<String> names, DataInputStream in) throws IOException {
        Map<String, Double> values = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.put(name(names, in), in.readDouble());
        }
        return values;
    }

    private static void write(String name, Map<String, Integer> names, DataOutputStream out) throws IOException {
        Integer known = names.putIfAbsent(name, names.size());
        out.writeInt(known == null ? -1 : known);
        if (known == null) {
            out.writeUTF(name);
        }
    }

    private static String name(List<String> names, DataInputStream in) throws IOException {
        int known = in.readInt();
        if (known < 0) {
            names.add(in.readUTF());
            return names.get(names.size() - 1);
        }
        return names.get(known);
    }
}
