package io.kanoa.thorgate.report.performance;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import io.kanoa.thorgate.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A run as large as the plan's largest: every row has sensors all the time, and answers of 256 tokens. */
final class LargeRun {

    private static final int TOKENS = 256;
    private static final long MILLI = 1_000_000;
    private static final long BETWEEN = 2_000 * MILLI;
    private static final long SENSORS_EVERY = 100 * MILLI;

    private final Random random = new Random(1);

    /** @param requests of each row */
    RunResult of(int rows, int requests) {
        RowResult[] results = new RowResult[rows];
        for (int i = 0; i < rows; i++) {
            results[i] = row("A" + i + "@4k", requests);
        }
        return SampleRows.run(results);
    }

    private RowResult row(String id, int requests) {
        Row row = SampleRows.row(
                id, new Work.SingleUser(SampleRows.MAVERICK, new Context("4k", 512)), SampleRows.DECODE_RATE);
        List<Timeline> answers = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < requests; i++) {
            Timeline answer = answer(now);
            answers.add(answer);
            now = answer.closedNanos() + BETWEEN;
        }
        Evidence evidence =
                new Evidence(row, List.of(), answers, List.of(), List.of(), List.of(), samples(now), List.of());
        RowResult passed = SampleRows.passed();
        return new RowResult(
                row,
                passed.verdict(),
                Optional.of(evidence),
                Metrics.of(evidence),
                passed.startedEpochMillis(),
                passed.durationNanos(),
                List.of(),
                "mvn verify -Dgate.rows=" + id,
                passed.course());
    }

    private Timeline answer(long sent) {
        List<Chunk> chunks = new ArrayList<>(TOKENS);
        long now = sent + (long) ((300 + 20 * random.nextGaussian()) * MILLI);
        for (int i = 0; i < TOKENS; i++) {
            chunks.add(new Chunk(now, Channel.CONTENT, 3 + random.nextInt(4), i + 1, 1));
            now += (long) ((20 + Math.abs(random.nextGaussian())) * MILLI);
        }
        return new Timeline(
                sent,
                sent - MILLI,
                sent,
                sent + MILLI,
                chunks,
                "length",
                new Usage(448, TOKENS, 0, 0),
                now,
                Optional.empty(),
                now,
                Outcome.OK,
                "");
    }

    private List<Sample> samples(long until) {
        List<Sample> samples = new ArrayList<>();
        for (long now = 0; now < until; now += SENSORS_EVERY) {
            samples.add(new Sample(now, "board", board()));
            samples.add(new Sample(
                    now + MILLI, "meminfo", Map.of("memory_available_bytes", 6e10 + 4096 * random.nextInt(1_000))));
        }
        return samples;
    }

    /** In the steps in which real ones read: milliwatts, half degrees, megahertz. */
    private Map<String, Double> board() {
        return Map.of(
                "vin_power_w", (80_000 + random.nextInt(2_000)) / 1e3,
                "gpu_power_w", (60_000 + random.nextInt(2_000)) / 1e3,
                "temperature_gpu_c", (110 + random.nextInt(4)) / 2.0,
                "gpu_clock_hz", 1e6 * (1_500 + random.nextInt(20)),
                "gpu_throttled_ratio", random.nextInt(50) == 0 ? 1.0 : 0.0);
    }
}
