package io.kanoa.thorgate.verdict.bench;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Throttled;
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
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.verdict.Judge;
import io.kanoa.thorgate.verdict.Progress;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.SequentialJudge;
import io.kanoa.thorgate.verdict.Steadiness;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A row of 400 requests with 127 gaps each and four targets. Judging it must cost less than 50 ms. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JudgeBenchmark {

    private static final int REQUESTS = 400;

    private final Random random = new Random(400);
    private final Row row = row(
            target(Metric.TIME_TO_FIRST_TOKEN, Statistic.P95, Comparison.LESS, 112, Unit.MILLISECONDS),
            target(Metric.INTER_TOKEN_LATENCY, Statistic.P50, Comparison.LESS, 25, Unit.MILLISECONDS),
            target(Metric.INTER_CHUNK_LATENCY, Statistic.P99, Comparison.LESS, 24, Unit.MILLISECONDS),
            target(
                    Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                    Statistic.MEAN,
                    Comparison.GREATER,
                    49,
                    Unit.TOKENS_PER_SECOND));
    private final Map<Metric, Observations> observed = Map.of(
            Metric.TIME_TO_FIRST_TOKEN, new PerRequest(noisy(REQUESTS, 100)),
            Metric.INTER_TOKEN_LATENCY, new PerRequest(noisy(REQUESTS, 20)),
            Metric.INTER_CHUNK_LATENCY, gaps(),
            Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, new RatioOfSums(noisy(REQUESTS, 127), noisy(REQUESTS, 2.54), 0));
    private final SequentialJudge judge = SequentialJudge.of(row);
    private final double[] series = noisy(REQUESTS, 100);

    /** One verdict at the end of a row. */
    @Benchmark
    public RowVerdict judge() {
        return Judge.judge(row, observed);
    }

    /** The tables of bounds, once a row. */
    @Benchmark
    public SequentialJudge tables() {
        return SequentialJudge.of(row);
    }

    /** One look while a row runs, at the size of the whole row. */
    @Benchmark
    public Progress look() {
        Progress before = new Progress(row, REQUESTS - 10, REQUESTS, List.of(), List.of());
        return judge.look(before, REQUESTS, observed);
    }

    /** Warm-up, drift and steps. */
    @Benchmark
    public Steadiness steadiness() {
        return Steadiness.of(series, Throttled.NEVER);
    }

    private double[] noisy(int n, double centre) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> centre * (1 + 0.05 * random.nextGaussian()));
        return values;
    }

    private Observations gaps() {
        return new Pooled(Stream.generate(() -> noisy(127, 20)).limit(REQUESTS).toList(), 0);
    }

    private static Target target(Metric metric, Statistic statistic, Comparison comparison, double limit, Unit unit) {
        return new Target(metric, statistic, comparison, new Quantity(limit, unit), Scope.START);
    }

    private static Row row(Target... targets) {
        Model model = new Model("m", "M", List.of(), "a/m", "F16", null);
        Serving serving = new Serving(model, new EngineSpec("e", "embedded", List.of()));
        Duration ten = Duration.ofSeconds(10);
        return new Row(
                "A1@4k",
                "A",
                new Work.SingleUser(serving, new Context("4k", 4096)),
                List.of(targets),
                new Sampling(1, REQUESTS, 128, Duration.ZERO, ten, ten, ten),
                new Background(1, 8, 8));
    }
}
