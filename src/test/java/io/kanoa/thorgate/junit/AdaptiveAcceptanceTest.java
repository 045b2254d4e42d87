package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.MeasurementError;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.SingleUser;
import io.kanoa.thorgate.workload.StopRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Early stopping on the embedded engine, against the rate that it really has. Takes minutes, and leaves its figures in
 * {@code target/early-stopping-acceptance.txt}. Run it with {@code mvn test -Pslow}.
 */
@Tag("slow")
class AdaptiveAcceptanceTest {

    /** Of the rows that run until they are settled; that of the plan for the Thor. */
    private static final int LIVE_CAP = 400;

    private static final int CAP = 100;
    private static final int REPEATS = 40;

    /** A rule that errs in exactly 5 % of cases errs more often than this in 40 repeats in 0.4 % of trials. */
    private static final int MOST_WRONG = 6;

    private static final Path FIGURES = Path.of("target", "early-stopping-acceptance.txt");

    @TempDir
    private static Path folder;

    private static EnginePool pool;
    private static List<Timeline> pilot = List.of();

    @BeforeAll
    static void startAndMeasure() {
        Map<String, String> paths = Map.of(
                "gate.results", folder.resolve("results").toString(),
                "gate.cache", folder.resolve("cache").toString());
        pool = new EnginePool(
                Drivers.open(new GateOptions(name -> Optional.ofNullable(paths.get(name)), Map.of()))
                        .engines(),
                () -> Double.NaN);
        pilot = fixed(Series.row(CAP, Series.rate(Comparison.GREATER, 1, Scope.START)), 1);
    }

    @AfterAll
    static void end() {
        pool.close();
    }

    @Test
    void targetAtHalfTheTrueRate_passesWithAtLeastHalfTheRequestsSaved() {
        Judgement judgement = live(rate(pilot) / 2);

        tell("half the rate: " + judgement.course().ended());
        assertThat(judgement.verdict().decision())
                .as(judgement.verdict().reason())
                .isEqualTo(Decision.PASS);
        assertThat(judgement.course().requests()).isLessThanOrEqualTo(LIVE_CAP / 2);
    }

    @Test
    void targetAtDoubleTheTrueRate_failsWithAtLeastHalfTheRequestsSaved() {
        Judgement judgement = live(rate(pilot) * 2);

        tell("double the rate: " + judgement.course().ended());
        assertThat(judgement.verdict().decision())
                .as(judgement.verdict().reason())
                .isEqualTo(Decision.FAIL);
        assertThat(judgement.course().requests()).isLessThanOrEqualTo(LIVE_CAP / 2);
    }

    /**
     * The true rate is that of all answers of all series together. Answers are dealt out anew to the series, so that what
     * else the machine does meanwhile makes no series differ from the others; how the series did as they came is told too.
     */
    @Test
    void targetAtTheTrueRate_isSeldomDecided() {
        List<Timeline> all = fixed(Series.row(CAP, Series.rate(Comparison.GREATER, 1, Scope.START)), REPEATS);
        List<Timeline> dealt = new ArrayList<>(all);
        Collections.shuffle(dealt, new Random(4));

        Map<Decision, Long> asTheyCame = decisions(all, rate(all));
        Map<Decision, Long> found = decisions(dealt, rate(all));

        tell("at the rate of " + rate(all) + " tok/s: as they came " + asTheyCame + ", dealt anew " + found);
        assertThat(found.getOrDefault(Decision.PASS, 0L)).isLessThanOrEqualTo(MOST_WRONG);
        assertThat(found.getOrDefault(Decision.FAIL, 0L)).isLessThanOrEqualTo(MOST_WRONG);
    }

    private static void tell(String line) {
        try {
            Files.writeString(FIGURES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Decision, Long> decisions(List<Timeline> all, double rate) {
        Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
        for (int i = 0; i + CAP <= all.size(); i += CAP) {
            decisions.merge(watched(all.subList(i, i + CAP), rate), 1L, Long::sum);
        }
        return decisions;
    }

    private static Decision watched(List<Timeline> series, double rate) {
        Row row = Series.row(CAP, Series.rate(Comparison.GREATER, rate, Scope.START));
        RowWatch watch = new RowWatch(
                row, measured -> Series.evidence(row, measured), TimeLimit.of(row.sampling()), MeasurementError.NONE);
        int n = 1;
        while (n < CAP && !watch.isEnough(series.subList(0, n))) {
            n++;
        }
        return watch.judge(Series.evidence(row, series.subList(0, n))).verdict().decision();
    }

    private static Judgement live(double limit) {
        Target target = Series.rate(Comparison.GREATER, limit, Scope.START);
        return new OneUser(bench(Series.row(LIVE_CAP, target)), work()).run().judgement();
    }

    private static List<Timeline> fixed(Row row, int repeats) {
        Bench bench = bench(row);
        List<Timeline> all = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            try (SingleUser user =
                    new OneUser(bench, work()).user(row.sampling().withWarmUp(i == 0 ? 20 : 0), i)) {
                user.warmUp();
                all.addAll(user.measure(StopRule.NEVER));
            }
        }
        return all;
    }

    private static Bench bench(Row row) {
        Bench bench = new Bench(
                row,
                Rooms.equipment(pool, folder.resolve("cache")),
                Progress.NONE,
                System.nanoTime() << 8,
                JudgementTest.error(0),
                new Opinions(false),
                Physicses.NONE,
                List::of);
        bench.lease();
        return bench;
    }

    private static Work.SingleUser work() {
        return (Work.SingleUser)
                Series.row(CAP, Series.rate(Comparison.GREATER, 1, Scope.START)).work();
    }

    /** Tokens over seconds of all answers, as the metric has it. */
    private static double rate(List<Timeline> answers) {
        double tokens = 0;
        double seconds = 0;
        for (Timeline answer : answers) {
            assertThat(answer.outcome().isCompleted()).isTrue();
            tokens += answer.usage().completionTokens()
                    - Math.max(1, answer.chunks().get(0).tokens());
            seconds += (answer.lastChunkNanos() - answer.firstChunkNanos()) / 1e9;
        }
        return tokens / seconds;
    }
}
