package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Timelines as JSON lines: a header, then one line a request with its chunks by column. Times are nanoseconds. */
final class TimelineLines {

    private static final long NEVER = -1;

    private final Evidence evidence;
    private final Origin origin;

    TimelineLines(Evidence evidence) {
        this.evidence = evidence;
        this.origin = Origin.of(evidence);
    }

    void writeTo(OutputStream out) throws IOException {
        try (JsonLines lines = new JsonLines(out)) {
            lines.line(json -> header(json));
            phase(lines, "warm_up", evidence.warmUp());
            phase(lines, "alone", evidence.alone());
            phase(lines, "measured", evidence.measured());
            phase(lines, "background", evidence.background());
        }
    }

    private void header(JsonGenerator json) throws IOException {
        json.writeStringField("format", "thor-gate timelines 1");
        json.writeStringField("row", Nodes.text(evidence.row().id()));
        json.writeStringField("times", "ns since the row's first sample or request; of chunks, since sent_ns");
    }

    private void phase(JsonLines lines, String phase, List<Timeline> timelines) throws IOException {
        for (int i = 0; i < timelines.size(); i++) {
            int index = i;
            lines.line(json -> request(json, phase, index, timelines.get(index)));
        }
    }

    private void request(JsonGenerator json, String phase, int index, Timeline timeline) throws IOException {
        json.writeStringField("phase", phase);
        json.writeNumberField("index", index);
        json.writeStringField("outcome", timeline.outcome().kind().name());
        json.writeStringField("detail", Nodes.text(timeline.outcome().detail()));
        json.writeStringField("finish_reason", Nodes.text(timeline.finishReason()));
        time(json, "scheduled_ns", timeline.scheduledNanos());
        time(json, "connected_ns", timeline.connectedNanos());
        time(json, "sent_ns", timeline.sentNanos());
        time(json, "first_byte_ns", timeline.firstByteNanos());
        time(json, "usage_ns", timeline.usageNanos());
        time(json, "closed_ns", timeline.closedNanos());
        usage(json, timeline.usage());
        engine(json, timeline);
        chunks(json, timeline);
    }

    private void time(JsonGenerator json, String name, long nanos) throws IOException {
        if (nanos == NEVER) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, origin.since(nanos));
        }
    }

    private static void usage(JsonGenerator json, Usage usage) throws IOException {
        count(json, "prompt_tokens", usage.promptTokens());
        count(json, "completion_tokens", usage.completionTokens());
        count(json, "reasoning_tokens", usage.reasoningTokens());
        count(json, "cached_tokens", usage.cachedTokens());
    }

    private static void count(JsonGenerator json, String name, int count) throws IOException {
        if (count < 0) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, count);
        }
    }

    private static void engine(JsonGenerator json, Timeline timeline) throws IOException {
        if (timeline.engineTimings().isPresent()) {
            var timings = timeline.engineTimings().get();
            json.writeNumberField("engine_prompt_tokens", timings.promptTokens());
            json.writeNumberField("engine_prompt_ns", timings.promptNanos());
            json.writeNumberField("engine_predicted_tokens", timings.predictedTokens());
            json.writeNumberField("engine_predicted_ns", timings.predictedNanos());
        }
    }

    private static void chunks(JsonGenerator json, Timeline timeline) throws IOException {
        json.writeArrayFieldStart("chunk_ns");
        for (Chunk chunk : timeline.chunks()) {
            json.writeNumber(chunk.nanos() - timeline.sentNanos());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("chunk_channel");
        for (Chunk chunk : timeline.chunks()) {
            json.writeString(chunk.channel().name());
        }
        json.writeEndArray();
        column(
                json,
                "chunk_text_length",
                timeline.chunks().stream().mapToInt(Chunk::textLength).toArray());
        column(
                json,
                "chunk_tokens",
                timeline.chunks().stream().mapToInt(Chunk::tokens).toArray());
        column(
                json,
                "chunk_events_in_read",
                timeline.chunks().stream().mapToInt(Chunk::eventsInRead).toArray());
    }

    private static void column(JsonGenerator json, String name, int[] values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }
}
