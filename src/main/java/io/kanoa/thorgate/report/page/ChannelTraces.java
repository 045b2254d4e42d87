package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.report.plot.Panel;
import io.kanoa.thorgate.report.view.ReadingView;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Readings of all sensors, sorted by channel. */
final class ChannelTraces {

    private record Growing(DoubleStream.Builder at, DoubleStream.Builder values) {

        void add(double second, double value) {
            at.add(second);
            values.add(value);
        }
    }

    private ChannelTraces() {}

    /** One trace a channel; what could not be read is left out. */
    static Map<String, Panel.Trace> of(Collection<ReadingView> readings) {
        Map<String, Growing> growing = new HashMap<>();
        for (ReadingView reading : readings) {
            reading.values().forEach((channel, value) -> {
                if (value != null && Double.isFinite(value)) {
                    growing.computeIfAbsent(channel, c -> new Growing(DoubleStream.builder(), DoubleStream.builder()))
                            .add(reading.seconds(), value);
                }
            });
        }
        Map<String, Panel.Trace> traces = new HashMap<>();
        growing.forEach((channel, points) -> traces.put(
                channel,
                new Panel.Trace(
                        points.at().build().toArray(), points.values().build().toArray())));
        return traces;
    }
}
