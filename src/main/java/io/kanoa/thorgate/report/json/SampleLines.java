package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.telemetry.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/** Samples as JSON lines: a header, then one line a reading. A channel's unit ends its name. */
final class SampleLines {

    private final Evidence evidence;
    private final Origin origin;

    SampleLines(Evidence evidence) {
        this.evidence = evidence;
        this.origin = Origin.of(evidence);
    }

    void writeTo(OutputStream out) throws IOException {
        try (JsonLines lines = new JsonLines(out)) {
            lines.line(this::header);
            for (Sample sample : evidence.samples()) {
                lines.line(json -> sample(json, sample));
            }
        }
    }

    private void header(JsonGenerator json) throws IOException {
        json.writeStringField("format", "thor-gate samples 1");
        json.writeStringField("row", Nodes.text(evidence.row().id()));
        json.writeStringField("times", "ns since the row's first sample or request");
    }

    private void sample(JsonGenerator json, Sample sample) throws IOException {
        json.writeNumberField("ns", origin.since(sample.nanos()));
        json.writeStringField("sensor", Nodes.text(sample.sensor()));
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, Double> value : new TreeMap<>(sample.values()).entrySet()) {
            json.writeFieldName(Nodes.text(value.getKey()));
            json.writeTree(Nodes.exact(value.getValue()));
        }
        json.writeEndObject();
    }
}
