package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.plan.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Histograms of a row in the log format of HdrHistogram, version 1.3, which its tools plot and merge: one interval for each
 * metric, tagged with its name. Values are nanoseconds; the interval's largest one is shown in milliseconds.
 */
public final class HistogramLog {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Map<Metric, Histogram> histograms = new LinkedHashMap<>();

    /** Adds the values of a metric, in milliseconds; NaN and infinite ones are left out. */
    public void add(Metric metric, double[] millis) {
        LatencyHistogram histogram = LatencyHistogram.ofMillis(millis);
        if (histogram.count() > 0) {
            histograms.put(metric, histogram.copy());
        }
    }

    public boolean isEmpty() {
        return histograms.isEmpty();
    }

    /**
     * The log.
     *
     * @param startEpochMillis wall clock at the row's start
     * @param durationNanos of the row
     */
    public String text(long startEpochMillis, long durationNanos) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistogramLogWriter log = new HistogramLogWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        log.outputComment("[Values are nanoseconds, the largest of an interval is shown in milliseconds]");
        log.outputLogFormatVersion();
        log.outputStartTime(startEpochMillis);
        log.outputLegend();
        double start = startEpochMillis / MILLIS_PER_SECOND;
        double end = start + durationNanos / NANOS_PER_MILLI / MILLIS_PER_SECOND;
        histograms.forEach((metric, histogram) -> {
            histogram.setTag(metric.fieldName());
            log.outputIntervalHistogram(start, end, histogram, NANOS_PER_MILLI);
        });
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
