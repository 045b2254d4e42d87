package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.kanoa.thorgate.metrics.LatencyHistogram;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values observed of one metric. */
public record MetricView(
        String metric,
        String formula,
        Amount overall,
        Amount n,
        Amount mean,
        Amount p50,
        Amount p90,
        Amount p95,
        Amount p99,
        Amount min,
        Amount max,
        @Nullable Histogram histogram,
        Amount failed,
        String missing,
        @Nullable Sampled samplesOf) {

    /** All values of a time. */
    public record Histogram(
            String encoding,
            @JsonDeserialize(using = Verbatim.class) String data) {}

    /** The sensors' channels that a value is made of. */
    public record Sampled(List<String> channels, String window, Amount coverage) {}

    private static final class Verbatim extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.getValueAsString("");
        }
    }

    public boolean isObserved() {
        return figure().isKnown();
    }

    /** The value over all requests, or else the median. */
    public Amount figure() {
        return overall.isKnown() ? overall : p50;
    }

    /** All values; empty where the file has none, or none that can be read. */
    public Optional<LatencyHistogram> values() {
        if (histogram == null || !histogram.encoding().equals(LatencyHistogram.ENCODING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LatencyHistogram.decode(histogram.data()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
