package io.kanoa.thorgate.report;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.engine.database.BuiltIndex;
import io.kanoa.thorgate.engine.database.DatabaseFacts;
import io.kanoa.thorgate.history.compare.Comparisons;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Throttled;
import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.DeviceSpec;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.OutsideRow;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Retrieval;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Scenario;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.StandIn;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.WeightFormat;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.verdict.Advice;
import io.kanoa.thorgate.verdict.Boundary;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.Look;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.Steadiness;
import io.kanoa.thorgate.verdict.TargetVerdict;
import io.kanoa.thorgate.workload.format.FormatOutcome;
import io.kanoa.thorgate.workload.format.FormatProbe;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.Direction;
import io.kanoa.thorgate.workload.swap.DiskRead;
import io.kanoa.thorgate.workload.swap.SwapCase;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import io.kanoa.thorgate.workload.vector.DatabaseMemory;
import io.kanoa.thorgate.workload.vector.RagTurn;
import io.kanoa.thorgate.workload.vector.VectorEvidence;
import io.kanoa.thorgate.workload.vector.VectorQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hand-made results of rows, for tests of what is shown of them. */
public final class SampleRows {

    /** All that is bad in one text: markup, a terminal sequence, a bell, a bidirectional override, a line break. */
    public static final String HOSTILE =
            "<script>alert(1)</script>\u001b[31mred\u001b[0m\u001b]0;title\u0007 \u0007\u202e \"quoted' & \r\nnext";

    /** The text of every answer; it must not be found in any output. */
    public static final String ANSWER = "the words of the model";

    public static final Serving MAVERICK = serving("llama-4-maverick");
    public static final Serving MINISTRAL = serving("ministral-3-14b");
    public static final Serving OLMO = serving("olmo-3-32b-think");

    public static final Target DECODE_RATE = target(
            Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, Statistic.MEAN, Comparison.GREATER, 50, Unit.TOKENS_PER_SECOND);
    public static final Target FIRST_TOKEN =
            target(Metric.TIME_TO_FIRST_TOKEN, Statistic.P95, Comparison.LESS, 60, Unit.MILLISECONDS);
    public static final Target DEGRADATION =
            target(Metric.INTER_TOKEN_LATENCY_DEGRADATION, Statistic.MEAN, Comparison.LESS, 2, Unit.TIMES);
    public static final Target SWAP_TIME =
            target(Metric.MODEL_SWAP_TIME, Statistic.P50, Comparison.LESS, 5, Unit.SECONDS);

    private static final Sampling SAMPLING =
            new Sampling(2, 8, 64, Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final Background BACKGROUND = new Background(2, 128, 32);
    private static final Context CONTEXT = new Context("4k", 512);
    private static final long MILLI = 1_000_000;
    static final long START = 5_000_000_000L;

    private SampleRows() {}

    public static Plan plan() {
        return new Plan(
                "Jetson Thor Model Evaluation",
                "embedded",
                new DeviceSpec("any machine", null, null, null, null),
                Map.of(),
                Map.of("A", new Scenario("A", "Baseline performance, single model")),
                List.of(),
                List.of());
    }

    public static RunResult run(RowResult... rows) {
        return new RunResult(
                "Jetson Thor Model Evaluation",
                "embedded",
                "any machine",
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofMillis(63_200),
                rows.length,
                List.of(rows),
                List.of(new OutsideRow("B2", "B", "needs a vector database")),
                Map.of("os", "Linux", "cpu", "2 cores", "java", "17.0.15"),
                List.of("stand-in models have random weights: speed is real, words are not"));
    }

    /** A1@4k, one user: passes both targets. */
    public static RowResult passed() {
        Row row = row("A1@4k", new Work.SingleUser(MAVERICK, CONTEXT), DECODE_RATE, FIRST_TOKEN);
        List<TargetVerdict> targets = List.of(
                new TargetVerdict(DECODE_RATE, Decision.PASS, 118.2, 112.4, 124.1, 8, "one-sided t", ""),
                new TargetVerdict(FIRST_TOKEN, Decision.PASS, 44.1, 40.2, 52.3, 93, "order statistics", ""));
        Map<Metric, Observations> observed = Map.of(
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                new Observations.RatioOfSums(new double[] {63, 63}, new double[] {0.52, 0.55}, 0),
                Metric.TIME_TO_FIRST_TOKEN,
                new Observations.PerRequest(new double[] {40.5, 41.25, 44.125, Double.NaN}));
        return result(row, Decision.PASS, targets, "", Optional.of(chat(row, 8, List.of())), observed);
    }

    /**
     * A1@4k, slower than its earlier runs.
     *
     * @param who accepted an earlier step, and an engine's version
     */
    public static RowResult regressed(String who) {
        RowResult row = passed();
        RowVerdict verdict =
                new RowVerdict(row.row(), Decision.REGRESSION, row.verdict().targets(), "decode_rate got worse");
        return row.compared(Comparisons.regressed(who), verdict, row.durationNanos());
    }

    /** A1@4k with these samples. */
    static RowResult sampled(List<Sample> samples) {
        RowResult passed = passed();
        Evidence evidence = passed.evidence().orElseThrow();
        Evidence sampled = new Evidence(
                passed.row(),
                evidence.warmUp(),
                evidence.measured(),
                List.of(),
                List.of(),
                List.of(),
                samples,
                evidence.starts());
        return result(
                passed.row(),
                passed.decision(),
                passed.verdict().targets(),
                "",
                Optional.of(sampled),
                Metrics.of(sampled));
    }

    /** A4@4k, one user: its target is not settled, and there is advice. */
    public static RowResult undecided() {
        Row row = row("A4@4k", new Work.SingleUser(MINISTRAL, CONTEXT), DECODE_RATE);
        TargetVerdict target =
                new TargetVerdict(DECODE_RATE, Decision.INCONCLUSIVE, 51, 48, 54, 8, "one-sided t", "too close");
        return result(
                row,
                Decision.INCONCLUSIVE,
                List.of(target),
                "decode rate not settled",
                Optional.of(chat(row, 8, List.of())),
                Map.of());
    }

    /** B1, beside a neighbour: misses its target. */
    public static RowResult missed() {
        Row row = row("B1", new Work.Neighbours(MAVERICK, MINISTRAL, CONTEXT), DEGRADATION);
        TargetVerdict target = new TargetVerdict(
                DEGRADATION, Decision.FAIL, 2.004, 2.001, 2.1, 8, "log t", "the lower bound 2.001 x misses < 2 x");
        Evidence evidence = chat(row, 8, timelines(8, 8));
        Map<Metric, Observations> observed = Map.of(
                Metric.INTER_TOKEN_LATENCY_DEGRADATION,
                new Observations.TwoSamples(new double[] {16, 17}, new double[] {8, 8.5}, 0));
        return result(row, Decision.FAIL, List.of(target), "", Optional.of(evidence), observed);
    }

    private static final SwapCase THERE_COLD = new SwapCase(Direction.THERE, CacheState.COLD);

    /** C1, five swaps: passes. */
    public static RowResult swapped() {
        return swapped(
                Stream.of(1.0, 1.1, 0.95, 1.3, 1.05).map(SampleRows::swap).toList());
    }

    /** C1 with one swap that began with {@code unload}. */
    public static RowResult swapped(Unload unload) {
        return swapped(List.of(new SwapTimes(THERE_COLD, DiskRead.NONE, unload, 1, 1, 1, 1, 5, Double.NaN)));
    }

    private static RowResult swapped(List<SwapTimes> swaps) {
        return swapped(SwapStrategy.RESTART, swaps, Map.of());
    }

    /** C1 by a strategy: passes. */
    public static RowResult swapped(SwapStrategy strategy, List<SwapTimes> swaps, Map<SwapCase, String> problems) {
        Row row = row("C1", new Work.Swap(MAVERICK, OLMO, strategy), SWAP_TIME);
        TargetVerdict target = new TargetVerdict(SWAP_TIME, Decision.PASS, 1.9, 1.8, 2.2, 5, "order statistics", "");
        Evidence evidence = new Evidence(
                        row, List.of(), List.of(), List.of(), List.of(), swaps, samples(), List.of(start(MAVERICK)))
                .withSwapProblems(problems);
        Map<Metric, Observations> observed =
                Map.of(Metric.MODEL_SWAP_TIME, new Observations.Trials(new double[] {1.9, 2.1, 1.8, 2.5, 2}));
        return result(row, Decision.PASS, List.of(target), "", Optional.of(evidence), observed);
    }

    /**
     * D1 on an engine.
     *
     * @param firstTokens ms to the first token, one a request
     */
    public static RowResult onEngine(String engine, double decodeRate, double... firstTokens) {
        Serving serving = new Serving(MAVERICK.model(), new EngineSpec(engine, engine, List.of()));
        Row row = row("D1@" + engine, new Work.SingleUser(serving, CONTEXT), FIRST_TOKEN);
        TargetVerdict target = new TargetVerdict(FIRST_TOKEN, Decision.PASS, 44, 40, 52, 93, "order statistics", "");
        Map<Metric, Observations> observed = Map.of(
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                new Observations.RatioOfSums(
                        new double[] {60, 60, 60}, new double[] {60 / decodeRate, 61 / decodeRate, 59 / decodeRate}, 0),
                Metric.TIME_TO_FIRST_TOKEN,
                new Observations.PerRequest(firstTokens),
                Metric.ENGINE_MEMORY_PEAK,
                new Observations.Extreme(2e9, 10));
        return result(row, Decision.PASS, List.of(target), "", Optional.of(chat(row, 8, List.of())), observed);
    }

    /** A row of one user whose prompts have {@code tokens}, with answers of 33 tokens at {@code decodeRate} in tok/s. */
    public static RowResult atContext(String id, int tokens, double decodeRate) {
        Row row = row(id, new Work.SingleUser(MAVERICK, new Context(id.substring(3), tokens)), DECODE_RATE);
        List<Timeline> answers = List.of(steady(0, tokens, decodeRate), steady(9, tokens, decodeRate));
        Evidence evidence = new Evidence(
                row, List.of(), answers, List.of(), List.of(), List.of(), samples(), List.of(start(MAVERICK)));
        TargetVerdict target =
                new TargetVerdict(DECODE_RATE, Decision.PASS, decodeRate, decodeRate, decodeRate, 2, "one-sided t", "");
        return result(row, Decision.PASS, List.of(target), "", Optional.of(evidence), Metrics.of(evidence));
    }

    private static Timeline steady(double sentSeconds, int prompt, double decodeRate) {
        long sent = START + (long) (sentSeconds * 1e9);
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            chunks.add(new Chunk(sent + 40 * MILLI + (long) (i * 1e9 / decodeRate), Channel.CONTENT, 4, i + 1, 1));
        }
        long end = chunks.get(32).nanos();
        return new Timeline(
                sent,
                sent - MILLI,
                sent,
                sent + MILLI,
                chunks,
                "length",
                new Usage(prompt, 33, 0, 0),
                end,
                Optional.empty(),
                end,
                Outcome.OK,
                ANSWER);
    }

    /** A1@4k with figures of the engine's own and a tool that failed. */
    public static RowResult withOpinions() {
        RowResult row = passed();
        ReportedFigure figure = new ReportedFigure(
                "ttft <mean>", "sum / count", 41.5, Unit.MILLISECONDS, 4, Optional.of(Metric.TIME_TO_FIRST_TOKEN));
        return new RowResult(
                row.row(),
                row.verdict(),
                row.evidence(),
                row.observed(),
                row.startedEpochMillis(),
                row.durationNanos(),
                row.engineLogTail(),
                row.repeatCommand(),
                row.course(),
                List.of(
                        new SecondOpinion("vLLM 9, own metrics", List.of(), List.of(figure)),
                        SecondOpinion.none("vllm bench serve", "no <such> program")),
                Optional.empty());
    }

    /** D2 on an engine that serves one format, refuses one in these words and converts one. */
    public static RowResult formats(String engine, String words) {
        Work work = new Work.FormatSupport(new EngineSpec(engine, engine, List.of()), List.of("FP16", "AWQ", "Q4_0"));
        Target target = target(Metric.FORMATS_SERVED, Statistic.MEAN, Comparison.AT_LEAST, 100, Unit.PERCENT);
        Row row = row("D2@" + engine, work, target);
        Evidence evidence = chat(row, 0, List.of())
                .withFormats(List.of(
                        new FormatProbe(WeightFormat.FP16, "GGUF", FormatOutcome.SERVED, "16 x F16", "", MILLI, 8),
                        new FormatProbe(WeightFormat.AWQ, "AutoAWQ", FormatOutcome.REFUSED, "", words, MILLI, 0),
                        new FormatProbe(WeightFormat.Q4_0, "GGUF", FormatOutcome.CONVERTED, "7 x F32", "", MILLI, 8)));
        Map<Metric, Observations> observed = Metrics.of(evidence);
        return result(
                row,
                Decision.FAIL,
                List.of(new TargetVerdict(target, Decision.FAIL, 33.3, 33.3, 33.3, 3, "all were tried", words)),
                "",
                Optional.of(evidence),
                observed);
    }

    /** B2 beside a database that says this of itself. */
    public static RowResult besideDatabase(String version) {
        DatabaseSpec database = new DatabaseSpec(
                "postgresql", DatabaseSpec.POSTGRESQL, List.of(), new Launch.Program(Optional.empty()));
        Row row = row(
                "B2",
                new Work.VectorSearch(MAVERICK, database, CONTEXT, new Retrieval(10_000, 128, 5, 20, 3, 0.5)),
                DEGRADATION);
        List<VectorQuery> queries = List.of(
                new VectorQuery(START, START, START + 4 * MILLI, ""),
                new VectorQuery(START + 50 * MILLI, START + 50 * MILLI, START + 56 * MILLI, ""),
                new VectorQuery(START + 100 * MILLI, -1, START + 900 * MILLI, "never sent: " + version));
        Timeline answer = timelines(1, 8).get(0);
        Evidence evidence = chat(row, 8, timelines(8, 8))
                .withVectors(new VectorEvidence(
                        new DatabaseFacts("postgresql", version, "0.8.5", "program /usr/bin/postgres", true),
                        700 * MILLI,
                        new BuiltIndex("hnsw (m = 16)", 2_000 * MILLI, 8_000_000),
                        new DatabaseMemory(30_000_000, 90_000_000, 95_000_000, 21),
                        List.of(5, 4, 5),
                        queries,
                        queries,
                        List.of(new RagTurn(queries.get(0), answer))));
        TargetVerdict target = new TargetVerdict(DEGRADATION, Decision.PASS, 1.1, 1.0, 1.2, 8, "log t", "");
        return result(row, Decision.PASS, List.of(target), "", Optional.of(evidence), Metrics.of(evidence));
    }

    /** A run of {@link #passed} in which an optional row was not run. */
    public static RunResult withoutOptionalRow() {
        RunResult run = run(passed());
        return new RunResult(
                run.planTitle(),
                run.profile(),
                run.device(),
                run.started(),
                run.duration(),
                run.selected(),
                run.rows(),
                List.of(
                        new OutsideRow("B2", "B", "no database here", Optional.of("ci/engines/pgvector.sh FOLDER")),
                        new OutsideRow("D1", "D", "no engines to compare")),
                run.environment(),
                run.notes());
    }

    /** A2@8k: its engine died before anything was measured. */
    public static RowResult broken() {
        return broken("A2@8k", "engine embedded died with exit code 137");
    }

    /** A row that broke, with {@code untrusted} as id, reason, log and wherever else text comes from outside. */
    public static RowResult hostile(String untrusted) {
        return broken(untrusted, untrusted);
    }

    private static RowResult broken(String id, String untrusted) {
        EngineSpec engine = new EngineSpec("embedded", "embedded", List.of(untrusted));
        Model model = new Model(
                "olmo-3-32b-think",
                untrusted,
                List.of(untrusted),
                untrusted,
                "BF16",
                null,
                Map.of(),
                OptionalInt.empty(),
                untrusted);
        Row row = row(id, new Work.SingleUser(new Serving(model, engine), CONTEXT), DECODE_RATE);
        return new RowResult(
                row,
                new RowVerdict(row, Decision.ERROR, List.of(), untrusted),
                Optional.of(new Evidence(
                        row,
                        List.of(),
                        List.of(failed(untrusted)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())),
                Map.of(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, new Observations.Missing(untrusted)),
                1_767_323_045_000L,
                4_200_000_000L,
                List.of("load_tensors: ok", untrusted),
                "mvn verify -Dgate.rows=" + id,
                Course.NONE);
    }

    public static Target target(Metric metric, Statistic statistic, Comparison comparison, double limit, Unit unit) {
        return new Target(metric, statistic, comparison, new Quantity(limit, unit), Scope.START);
    }

    public static Row row(String id, Work work, Target... targets) {
        return new Row(id, id.substring(0, 1), work, List.of(targets), SAMPLING, BACKGROUND);
    }

    /** Evidence of {@code count} answers, one of them failed where there are more than 20, at 118 tok/s. */
    public static Evidence chat(Row row, int count, List<Timeline> alone) {
        return new Evidence(
                row,
                timelines(2, 40),
                timelines(count, alone.isEmpty() ? 8 : 16),
                alone,
                List.of(),
                List.of(),
                samples(),
                List.of(start(MAVERICK)));
    }

    public static List<Timeline> timelines(int count, double gapMillis) {
        Random random = new Random((long) (count + gapMillis));
        List<Timeline> timelines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            timelines.add(i == 20 ? failed("no byte for 30 s") : answer(i, gapMillis, random));
        }
        return timelines;
    }

    private static Timeline answer(int index, double gapMillis, Random random) {
        long sent = START + index * 700 * MILLI;
        long now = sent + (long) ((40 + 4 * random.nextGaussian()) * MILLI);
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            chunks.add(new Chunk(now, Channel.CONTENT, 4, i + 1, 1));
            now += (long) (gapMillis * MILLI * (1 + 0.1 * Math.abs(random.nextGaussian())));
        }
        return new Timeline(
                sent,
                sent - MILLI,
                sent,
                sent + MILLI,
                chunks,
                "length",
                new Usage(448, 64, 0, 0),
                now,
                Optional.empty(),
                now,
                Outcome.OK,
                ANSWER);
    }

    private static Timeline failed(String detail) {
        return new Timeline(
                START,
                -1,
                START,
                -1,
                List.of(),
                "",
                Usage.NONE,
                -1,
                Optional.empty(),
                START + 9 * MILLI,
                new Outcome(Outcome.Kind.STALLED, detail),
                ANSWER);
    }

    private static List<Sample> samples() {
        return List.of(
                new Sample(START - 5 * MILLI, "meminfo", Map.of("memory_available_bytes", 3.1e9))
                        .reaching(Duration.ofHours(1)),
                new Sample(START + 5 * MILLI, "cpu", Map.of("cpu_busy_percent", Double.NaN)));
    }

    private static SwapTimes swap(double factor) {
        return swap(THERE_COLD, factor);
    }

    /** One of 1.9 s times {@code factor}; of 64.5 GB, none of it in the page cache, from a disk of 100 GB/s. */
    public static SwapTimes swap(SwapCase which, double factor) {
        long unit = (long) (factor * 100 * MILLI);
        return new SwapTimes(
                which,
                new DiskRead(64.5e9, 0, 100e9),
                new Unload(MAVERICK, unit, 5e9, 0),
                2 * unit,
                11 * unit,
                3 * unit,
                2 * unit,
                19 * unit,
                Double.NaN);
    }

    private static EngineStart start(Serving serving) {
        return new EngineStart(
                START,
                300 * MILLI,
                200 * MILLI,
                100 * MILLI,
                "llama.cpp b4916",
                serving.model().id() + ".gguf, 96 MB",
                List.of("java", "-cp", "..."));
    }

    private static RowResult result(
            Row row,
            Decision decision,
            List<TargetVerdict> targets,
            String reason,
            Optional<Evidence> evidence,
            Map<Metric, Observations> observed) {
        return new RowResult(
                row,
                new RowVerdict(row, decision, targets, reason),
                evidence,
                observed,
                1_767_323_045_000L,
                4_200_000_000L,
                List.of("load_tensors: ok"),
                "mvn verify -Dgate.rows=" + row.id(),
                course(row, targets));
    }

    /** Settled after 8 of 40 requests; what is not settled has advice. */
    private static Course course(Row row, List<TargetVerdict> targets) {
        List<Look> looks = targets.stream()
                .map(t -> new Look(
                        8, t.target(), t.decision(), t.measured(), t.lower(), Double.NaN, new Boundary(0.01, -1, -1)))
                .toList();
        Steadiness steadiness = Steadiness.of(new double[] {100, 101, 99, 100, 102, 98, 100, 101}, Throttled.NEVER);
        Map<Target, Advice> advice = targets.stream()
                .filter(t -> t.decision() == Decision.INCONCLUSIVE)
                .collect(Collectors.toMap(
                        TargetVerdict::target,
                        t -> new Advice(OptionalInt.of(31), "about 31 requests would settle it")));
        return new Course(
                2,
                8,
                40,
                "all targets settled after 8 of 40 requests",
                looks,
                Optional.of(steadiness),
                advice,
                List.of());
    }

    private static Serving serving(String model) {
        return new Serving(
                new Model(model, model, List.of("chat"), "org/" + model, "BF16", new StandIn(4, 64, 128, 4, 2, 512, 1)),
                new EngineSpec("embedded", "embedded", List.of()));
    }
}
