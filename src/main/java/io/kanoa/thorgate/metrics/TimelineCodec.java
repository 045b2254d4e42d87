package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.EngineTimings;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Timelines as bytes, every field of them. */
final class TimelineCodec {

    private static final Channel[] CHANNELS = Channel.values();
    private static final Outcome.Kind[] KINDS = Outcome.Kind.values();

    private TimelineCodec() {}

    static void write(List<Timeline> timelines, DataOutputStream out) throws IOException {
        out.writeInt(timelines.size());
        for (Timeline timeline : timelines) {
            write(timeline, out);
        }
    }

    static List<Timeline> read(DataInputStream in) throws IOException {
        List<Timeline> timelines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            timelines.add(timeline(in));
        }
        return List.copyOf(timelines);
    }

    private static void write(Timeline t, DataOutputStream out) throws IOException {
        out.writeLong(t.scheduledNanos());
        out.writeLong(t.connectedNanos());
        out.writeLong(t.sentNanos());
        out.writeLong(t.firstByteNanos());
        writeChunks(t.chunks(), out);
        writeText(t.finishReason(), out);
        Usage usage = t.usage();
        out.writeInt(usage.promptTokens());
        out.writeInt(usage.completionTokens());
        out.writeInt(usage.reasoningTokens());
        out.writeInt(usage.cachedTokens());
        out.writeLong(t.usageNanos());
        out.writeBoolean(t.engineTimings().isPresent());
        if (t.engineTimings().isPresent()) {
            EngineTimings timings = t.engineTimings().get();
            out.writeInt(timings.promptTokens());
            out.writeLong(timings.promptNanos());
            out.writeInt(timings.predictedTokens());
            out.writeLong(timings.predictedNanos());
        }
        out.writeLong(t.closedNanos());
        out.writeByte(t.outcome().kind().ordinal());
        writeText(t.outcome().detail(), out);
        writeText(t.text(), out);
    }

    private static Timeline timeline(DataInputStream in) throws IOException {
        return new Timeline(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                chunks(in),
                text(in),
                new Usage(in.readInt(), in.readInt(), in.readInt(), in.readInt()),
                in.readLong(),
                in.readBoolean()
                        ? Optional.of(new EngineTimings(in.readInt(), in.readLong(), in.readInt(), in.readLong()))
                        : Optional.empty(),
                in.readLong(),
                new Outcome(KINDS[in.readByte()], text(in)),
                text(in));
    }

    private static void writeChunks(List<Chunk> chunks, DataOutputStream out) throws IOException {
        out.writeInt(chunks.size());
        for (Chunk chunk : chunks) {
            out.writeLong(chunk.nanos());
            out.writeByte(chunk.channel().ordinal());
            out.writeInt(chunk.textLength());
            out.writeInt(chunk.tokens());
            out.writeInt(chunk.eventsInRead());
        }
    }

    private static List<Chunk> chunks(DataInputStream in) throws IOException {
        Chunk[] chunks = new Chunk[in.readInt()];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new Chunk(in.readLong(), CHANNELS[in.readByte()], in.readInt(), in.readInt(), in.readInt());
        }
        return List.of(chunks);
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
