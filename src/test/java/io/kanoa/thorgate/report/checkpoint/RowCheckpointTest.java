package io.kanoa.thorgate.report.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Throttled;
import io.kanoa.thorgate.physics.Ceiling;
import io.kanoa.thorgate.physics.Feasibility;
import io.kanoa.thorgate.physics.LoadFloor;
import io.kanoa.thorgate.physics.MemoryNeed;
import io.kanoa.thorgate.physics.Outcome;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.physics.TargetPhysics;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.report.Infeasible;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.json.RawData;
import io.kanoa.thorgate.report.json.RowJson;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.verdict.Advice;
import io.kanoa.thorgate.verdict.Boundary;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.Look;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.Steadiness;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.Direction;
import io.kanoa.thorgate.workload.swap.SwapCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowCheckpointTest {

    private static final String RUN = "a run";

    @TempDir
    Path folder;

    static Stream<RowResult> samples() {
        RowResult passed = SampleRows.passed();
        Map<SwapCase, String> problem = Map.of(new SwapCase(Direction.BACK, CacheState.COLD), "never was cold");
        Unload unload = new Unload(SampleRows.MAVERICK, 12_345_678, 1e9, Double.NaN);
        return Stream.of(
                passed,
                SampleRows.undecided(),
                SampleRows.missed(),
                SampleRows.broken(),
                SampleRows.hostile(SampleRows.HOSTILE),
                SampleRows.regressed("Ada"),
                SampleRows.withOpinions(),
                SampleRows.swapped(),
                SampleRows.swapped(unload),
                SampleRows.swapped(SwapStrategy.RESIDENT, List.of(), problem),
                SampleRows.onEngine("vllm", 40.25, 40.5, 41.125),
                SampleRows.formats("vllm", "no <such> format"),
                SampleRows.besideDatabase("PostgreSQL 17"),
                beyondPhysics(passed),
                endedInWhateverWay(passed));
    }

    private static RowResult beyondPhysics(RowResult row) {
        Feasibility beyond = new Feasibility(Outcome.BEYOND_CEILING, "too much", "take less", List.of("a / b"));
        RowPhysics known = new RowPhysics(
                row.row().id(),
                new Feasibility(Outcome.POSSIBLE, "fits", "", List.of()),
                List.of(new MemoryNeed("A1", 4e9, 3e9, OptionalDouble.of(128e9), List.of("3 + 1"))),
                Optional.of(new Ceiling(41.5, 6.5e9, List.of("273 / 6.5"))),
                Optional.of(new LoadFloor(3e9, OptionalDouble.empty(), List.of())),
                List.of(new TargetPhysics(SampleRows.DECODE_RATE, beyond)));
        return with(row, Infeasible.in(row.verdict(), known), Optional.of(known), row.course(), row.observed());
    }

    /** Each kind of observation, and values that JSON has no word for. */
    private static RowResult endedInWhateverWay(RowResult row) {
        double[] values = {1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 0.1 + 0.2, -0.0};
        Map<Metric, Observations> observed = Map.of(
                Metric.TIME_TO_FIRST_TOKEN, new Observations.PerRequest(values),
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, new Observations.RatioOfSums(values, values, 1),
                Metric.INTER_TOKEN_LATENCY_DEGRADATION, new Observations.TwoSamples(values, values, 2),
                Metric.INTER_CHUNK_LATENCY, new Observations.Pooled(List.of(values, new double[0]), 3),
                Metric.MODEL_SWAP_TIME, new Observations.Trials(values),
                Metric.BOARD_AVERAGE_POWER, new Observations.Extreme(4.5, 7),
                Metric.REQUEST_FAILURE_RATIO, new Observations.Share(1, 8),
                Metric.FORMATS_SERVED, new Observations.Census(1, 2, 3, List.of("remark")),
                Metric.TIME_TO_FIRST_BYTE, new Observations.Missing("no reason"));
        Course course = new Course(
                1,
                2,
                3,
                "ended",
                List.of(new Look(
                        4, SampleRows.DECODE_RATE, Decision.PASS, Double.NaN, 1, 2, new Boundary(Double.NaN, -1, -1))),
                Optional.of(Steadiness.of(
                        new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, new Throttled(1, List.of("hot")))),
                Map.of(SampleRows.FIRST_TOKEN, Advice.starts(5)),
                List.of(Map.of(SampleRows.DECODE_RATE, 49.98, SampleRows.FIRST_TOKEN, Double.NaN)));
        return with(row, row.verdict(), Optional.empty(), course, observed);
    }

    private static RowResult with(
            RowResult row,
            RowVerdict verdict,
            Optional<RowPhysics> physics,
            Course course,
            Map<Metric, Observations> observed) {
        return new RowResult(
                row.row(),
                verdict,
                row.evidence(),
                observed,
                row.startedEpochMillis(),
                row.durationNanos(),
                List.of("a line of the log"),
                row.repeatCommand(),
                course,
                row.secondOpinions(),
                physics,
                row.comparison());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void restoredRow_isReportedByteForByteAsTheOriginal(RowResult original) throws IOException {
        RowResult restored = restored(original);

        assertThat(RowJson.pretty(restored)).isEqualTo(RowJson.pretty(original));
        assertThat(raw(restored)).isEqualTo(raw(original));
        assertThat(restored)
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                .ignoringFieldsMatchingRegexes(".*\\.text")
                .isEqualTo(original);
    }

    private RowResult restored(RowResult original) {
        CheckpointFolder kept = new CheckpointFolder(folder);
        kept.write(new RowCheckpoint(RUN, original, Optional.empty()), List.of(original.row()));
        CarriedRows rows = kept.rows(List.of(original.row()), RUN, UnaryOperator.identity());
        assertThat(rows.remarks()).isEmpty();
        return rows.byId().get(original.row().id()).result();
    }

    private static List<String> raw(RowResult result) throws IOException {
        if (result.evidence().isEmpty()) {
            return List.of();
        }
        ByteArrayOutputStream timelines = new ByteArrayOutputStream();
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        RawData.writeTimelines(result.evidence().get(), timelines);
        RawData.writeSamples(result.evidence().get(), samples);
        return List.of(
                HexFormat.of().formatHex(timelines.toByteArray()),
                HexFormat.of().formatHex(samples.toByteArray()));
    }

    @Test
    void samples_areOfEveryKind() {
        assertThat(samples().map(RowResult::decision).distinct())
                .contains(
                        Decision.PASS,
                        Decision.FAIL,
                        Decision.INCONCLUSIVE,
                        Decision.REGRESSION,
                        Decision.INFEASIBLE,
                        Decision.ERROR);
        assertThat(samples()
                        .flatMap(row -> row.observed().values().stream())
                        .map(Object::getClass)
                        .distinct())
                .containsAll(List.of(Observations.class.getPermittedSubclasses()));
    }

    @Test
    void wordsOfTheModel_andEnvironmentsOfEngines_areNotKept() throws IOException {
        RowResult row = SampleRows.passed();
        assertThat(row.evidence().orElseThrow().measured())
                .extracting(Timeline::text)
                .contains(SampleRows.ANSWER);
        CheckpointFolder kept = new CheckpointFolder(folder);
        kept.write(new RowCheckpoint(RUN, row, Optional.empty()), List.of(row.row()));

        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("checkpoint"))) {
            file = files.findFirst().orElseThrow();
        }
        try (InputStream in = SealedBytes.read(file)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"scheduledNanos\"")
                    .doesNotContain(SampleRows.ANSWER, "environment");
        }
    }
}
