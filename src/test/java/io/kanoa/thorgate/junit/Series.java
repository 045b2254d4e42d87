package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.StandIn;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Answers at given speeds, and rows that they belong to. */
final class Series {

    static final Serving SERVING = new Serving(
            new Model("small", "Small", List.of(), "example/small", "F16", new StandIn(4, 256, 768, 4, 2, 2048, 1)),
            new EngineSpec("embedded", "embedded", List.of()));

    private Series() {}

    static Target rate(Comparison comparison, double limit, Scope scope) {
        return new Target(
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                Statistic.MEAN,
                comparison,
                new Quantity(limit, Unit.TOKENS_PER_SECOND),
                scope);
    }

    static Row row(int requests, Target... targets) {
        Sampling sampling = new Sampling(
                2, requests, 32, Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(5));
        Work work = new Work.SingleUser(SERVING, new Context("4k", 64));
        return new Row("A1@4k", "A", work, List.of(targets), sampling, new Background(1, 16, 4));
    }

    /** One answer of 11 tokens for each rate, in tokens a second. */
    static List<Timeline> answers(double... rates) {
        List<Timeline> answers = new ArrayList<>();
        long now = 1_000_000_000L;
        for (double rate : rates) {
            Timeline answer = answer(now, rate);
            answers.add(answer);
            now = answer.closedNanos() + 1_000_000;
        }
        return answers;
    }

    static Evidence evidence(Row row, List<Timeline> measured) {
        return new Evidence(row, List.of(), measured, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static double[] repeated(double rate, int n) {
        double[] rates = new double[n];
        Arrays.setAll(rates, i -> rate * (1 + 0.01 * (i * 7 % 5 - 2)));
        return rates;
    }

    private static Timeline answer(long sent, double rate) {
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            chunks.add(new Chunk(sent + 10_000_000L + (long) (i * 1e9 / rate), Channel.CONTENT, 4, i + 1, 1));
        }
        long end = chunks.get(10).nanos();
        return new Timeline(
                sent,
                sent,
                sent,
                sent + 5_000_000,
                chunks,
                "length",
                new Usage(48, 11, 0, 0),
                end,
                Optional.empty(),
                end,
                Outcome.OK,
                "");
    }
}
