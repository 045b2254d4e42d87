package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import io.kanoa.thorgate.telemetry.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Timelines and evidence made by hand. Times are milliseconds after an origin. */
final class Timelines {

    static final long ORIGIN = 5_000_000_000L;

    private long sent = at(0);
    private long due;
    private long firstByte = -1;
    private final List<Chunk> chunks = new ArrayList<>();
    private Usage usage = Usage.NONE;
    private Outcome outcome = Outcome.OK;

    private Timelines() {}

    static Timelines sentAt(double millis) {
        Timelines made = new Timelines();
        made.sent = at(millis);
        made.due = made.sent;
        return made;
    }

    /** When the request should have been sent. */
    Timelines dueAt(double millis) {
        due = at(millis);
        return this;
    }

    static long at(double millis) {
        return ORIGIN + Math.round(millis * 1e6);
    }

    Timelines firstByte(double millis) {
        firstByte = at(millis);
        return this;
    }

    Timelines chunk(double millis) {
        return chunk(millis, Channel.CONTENT, -1);
    }

    Timelines chunk(double millis, Channel channel, int tokens) {
        chunks.add(new Chunk(at(millis), channel, 4, tokens, 1));
        return this;
    }

    Timelines usage(int prompt, int completion) {
        usage = new Usage(prompt, completion, -1, 0);
        return this;
    }

    Timelines failed(Outcome.Kind kind) {
        outcome = new Outcome(kind, "made by hand");
        return this;
    }

    Timeline make() {
        long end = chunks.isEmpty() ? sent : chunks.get(chunks.size() - 1).nanos();
        return new Timeline(due, sent, sent, firstByte, chunks, "stop", usage, end, Optional.empty(), end, outcome, "");
    }

    /** 10 prompt tokens and 11 output tokens; first at 100 ms, then 20 ms apart, all after {@code sentMillis}. */
    static Timeline steady(double sentMillis) {
        Timelines made = sentAt(sentMillis).firstByte(sentMillis + 90).usage(10, 11);
        for (int i = 0; i < 11; i++) {
            made.chunk(sentMillis + 100 + 20 * i);
        }
        return made.make();
    }

    static Timeline failure(double sentMillis) {
        return sentAt(sentMillis)
                .chunk(sentMillis + 1)
                .failed(Outcome.Kind.TRUNCATED)
                .make();
    }

    /** Of a sensor that is read every 3 s. */
    static Sample sample(double millis, Map<String, Double> values) {
        return new Sample(at(millis), "by hand", values).reaching(Duration.ofSeconds(3));
    }

    static Evidence measured(List<Timeline> measured) {
        return new Evidence(row(), List.of(), measured, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Evidence sampled(List<Timeline> measured, List<Sample> samples) {
        return new Evidence(row(), List.of(), measured, List.of(), List.of(), List.of(), samples, List.of());
    }

    static Evidence neighbours(List<Timeline> measured, List<Timeline> alone, List<Timeline> background) {
        return new Evidence(row(), List.of(), measured, alone, background, List.of(), List.of(), List.of());
    }

    static Row row() {
        Serving serving = new Serving(
                new Model("m", "M", List.of(), "a/m", "F16", null), new EngineSpec("e", "embedded", List.of()));
        Sampling sampling = new Sampling(
                1, 10, 11, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(1));
        return new Row(
                "A1@4k",
                "A",
                new Work.SingleUser(serving, new Context("4k", 128)),
                List.of(),
                sampling,
                new Background(1, 8, 8));
    }
}
