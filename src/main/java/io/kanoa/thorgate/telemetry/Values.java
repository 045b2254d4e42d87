package io.kanoa.thorgate.telemetry;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values of one sample: an immutable map of a few channels that takes as little memory as it can, since there are many. */
final class Values extends AbstractMap<String, Double> {

    private final String[] channels;
    private final double[] values;

    private Values(String[] channels, double[] values) {
        this.channels = channels;
        this.values = values;
    }

    /** @throws NullPointerException if a channel or value is null */
    static Map<String, Double> copyOf(Map<String, Double> values) {
        return values instanceof Values
                ? values
                : new Values(
                        values.keySet().stream().map(String::toString).toArray(String[]::new),
                        values.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
    }

    @Override
    public int size() {
        return channels.length;
    }

    @Override
    public @Nullable Double get(@Nullable Object channel) {
        int at = indexOf(channel);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object channel) {
        return indexOf(channel) >= 0;
    }

    @Override
    public Set<Entry<String, Double>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return channels.length;
            }

            @Override
            public Iterator<Entry<String, Double>> iterator() {
                return IntStream.range(0, channels.length)
                        .mapToObj(i -> Map.entry(channels[i], values[i]))
                        .iterator();
            }
        };
    }

    private int indexOf(@Nullable Object channel) {
        for (int i = 0; i < channels.length; i++) {
            if (channels[i].equals(channel)) {
                return i;
            }
        }
        return -1;
    }
}
