package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.plan.Metric;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

class HistogramLogTest {

    @Test
    void log_isReadByTheLibrary_oneIntervalAMetric() {
        HistogramLog log = new HistogramLog();
        log.add(
                Metric.TIME_TO_FIRST_TOKEN,
                IntStream.rangeClosed(1, 1_000).asDoubleStream().toArray());
        log.add(Metric.INTER_TOKEN_LATENCY, new double[] {8.5, Double.NaN});

        Map<String, Histogram> read = read(log.text(1_767_323_045_250L, 4_200_000_000L));

        assertThat(read.keySet()).containsExactly("time_to_first_token", "inter_token_latency");
        Histogram first = read.get("time_to_first_token");
        assertThat(first.getTotalCount()).isEqualTo(1_000);
        assertThat(first.getValueAtPercentile(95) / 1e6).isCloseTo(950, within(1.0));
        assertThat(first.getStartTimeStamp()).isEqualTo(1_767_323_045_250L);
        assertThat(first.getEndTimeStamp()).isEqualTo(1_767_323_049_450L);
        assertThat(read.get("inter_token_latency").getTotalCount()).isEqualTo(1);
    }

    @Test
    void metricsWithoutValues_areLeftOut() {
        HistogramLog log = new HistogramLog();

        log.add(Metric.TIME_TO_FIRST_TOKEN, new double[] {Double.NaN});

        assertThat(log.isEmpty()).isTrue();
    }

    private static Map<String, Histogram> read(String text) {
        HistogramLogReader reader =
                new HistogramLogReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Map<String, Histogram> read = new LinkedHashMap<>();
        while (reader.hasNext()) {
            Histogram next = (Histogram) reader.nextIntervalHistogram();
            read.put(next.getTag(), next);
        }
        return read;
    }
}
