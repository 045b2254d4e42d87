package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasurementErrorTest {

    private static final MeasurementError ERROR = new MeasurementError(2, 0.5, 1);

    @Test
    void limitBeyondTheError_isToldAsBefore() {
        PerRequest seen = new PerRequest(near(100));

        assertThat(decision(Targets.ttft(Statistic.P50, 103), seen)).isEqualTo(Decision.PASS);
        assertThat(decision(Targets.ttft(Statistic.P50, 97), seen)).isEqualTo(Decision.FAIL);
    }

    @Test
    void limitWithinTheError_cannotBeTold() {
        PerRequest seen = new PerRequest(near(100));
        Target above = Targets.ttft(Statistic.P50, 101.5);
        Target below = Targets.ttft(Statistic.P50, 98.5);

        assertThat(exact(above, seen).decision()).isEqualTo(Decision.PASS);
        assertThat(exact(below, seen).decision()).isEqualTo(Decision.FAIL);
        assertThat(decision(above, seen)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decision(below, seen)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judged(above, seen, ERROR).reason()).isEqualTo("limit is within the client's timing error");
        assertThat(judged(below, seen, ERROR).reason()).isEqualTo("limit is within the client's timing error");
    }

    @Test
    void bounds_areWiderByTheError_andTheMeasuredValueStays() {
        Target target = Targets.ttft(Statistic.P50, 150);
        PerRequest seen = new PerRequest(near(100));
        TargetVerdict exact = exact(target, seen);
        TargetVerdict widened = judged(target, seen, ERROR);

        assertThat(widened.measured()).isEqualTo(exact.measured());
        assertThat(widened.lower()).isCloseTo(exact.lower() - 2, within(1e-9));
        assertThat(widened.upper()).isCloseTo(exact.upper() + 2, within(1e-9));
    }

    @Test
    void timePerToken_isOffByTheErrorOverItsTokens() {
        Target target = target(Metric.INTER_TOKEN_LATENCY, Statistic.P50, Comparison.LESS, 10, Unit.MILLISECONDS);
        RatioOfSums rate = new RatioOfSums(new double[] {40, 20, 30}, new double[] {1, 1, 1}, 0);
        Map<Metric, Observations> observed = map(Metric.INTER_TOKEN_LATENCY, new PerRequest(near(5)));

        assertThat(upper(target, observed)).isCloseTo(5.003 + 1, within(2e-3));

        observed.put(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, rate);
        assertThat(upper(target, observed)).isCloseTo(5.003 + 1.0 / 20, within(2e-3));
    }

    @Test
    void gaps_areOffByTheErrorOfAGap() {
        Target target = target(Metric.INTER_CHUNK_LATENCY, Statistic.P50, Comparison.LESS, 9, Unit.MILLISECONDS);
        Pooled seen = new Pooled(Collections.nCopies(20, near(5)), 0);

        assertThat(judged(target, seen, ERROR).upper() - exact(target, seen).upper())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void decodeRate_isOffByTheTimeThatItsTokensTook() {
        Target target = Targets.rate(Comparison.GREATER, 50);
        double[] tokens = filled(10, 100);
        RatioOfSums seen = new RatioOfSums(tokens, filled(10, 0.099), 0);

        TargetVerdict found = judged(target, seen, ERROR);

        assertThat(found.lower()).isCloseTo(100 / 0.1, within(1e-6));
        assertThat(found.upper()).isCloseTo(100 / 0.098, within(1e-6));
    }

    @Test
    void windowOfManyRequests_isOffAtItsEndOnly() {
        Target target =
                target(Metric.OUTPUT_TOKEN_THROUGHPUT, Statistic.MEAN, Comparison.GREATER, 50, Unit.TOKENS_PER_SECOND);
        RatioOfSums seen = new RatioOfSums(filled(10, 100), filled(10, 1), 0);

        TargetVerdict found = judged(target, seen, ERROR);

        assertThat(found.lower()).isBetween(99.9, 99.97);
    }

    @Test
    void ratio_isOffOnBothSidesInOppositeDirections() {
        Target target =
                target(Metric.TIME_TO_FIRST_TOKEN_DEGRADATION, Statistic.MEAN, Comparison.LESS, 1.5, Unit.TIMES);
        TwoSamples seen = new TwoSamples(filled(10, 40), filled(10, 20), 0);

        TargetVerdict found = judged(target, seen, ERROR);

        assertThat(found.upper()).isCloseTo(42.0 / 18, within(1e-9));
        assertThat(found.lower()).isCloseTo(38.0 / 22, within(1e-9));
    }

    @Test
    void swap_isOffByItsFirstToken_inSeconds() {
        Target target = target(Metric.MODEL_SWAP_TIME, Statistic.P50, Comparison.LESS, 5, Unit.SECONDS);
        Trials seen = new Trials(new double[] {3, 3, 3, 3, 3});

        assertThat(judged(target, seen, ERROR).upper()).isCloseTo(3.002, within(1e-9));
    }

    @Test
    void unknownError_decidesNothingThatRestsOnTimes() {
        PerRequest seen = new PerRequest(near(100));

        for (double limit : new double[] {1, 1e6}) {
            TargetVerdict found = judged(Targets.ttft(Statistic.P50, limit), seen, MeasurementError.UNKNOWN);
            assertThat(found.decision()).isEqualTo(Decision.INCONCLUSIVE);
            assertThat(found.reason()).isEqualTo("client timing error unknown");
        }
    }

    @Test
    void memory_isNotTimedByTheClient() {
        Target target = target(Metric.MEMORY_USED_PEAK, Statistic.MAX, Comparison.LESS, 9, Unit.BYTES);

        assertThat(judged(target, new Extreme(8, 5), MeasurementError.UNKNOWN).decision())
                .isEqualTo(Decision.PASS);
    }

    @Test
    void missingMetric_keepsItsOwnReason() {
        TargetVerdict found =
                judged(Targets.ttft(Statistic.P50, 9), new Missing("no answer"), MeasurementError.UNKNOWN);

        assertThat(found.reason()).isEqualTo("no answer");
    }

    @Test
    void error_neverSettlesWhatWasOpen_norTurnsAVerdictRound() {
        Random random = new Random(7);
        int undone = 0;
        for (int i = 0; i < 500; i++) {
            double[] values = random.doubles(30, 80, 120).toArray();
            Target target = Targets.ttft(Statistic.P90, 110 + 15 * random.nextDouble());
            Decision exact = exact(target, new PerRequest(values)).decision();
            Decision found = decision(target, new PerRequest(values));
            assertThat(found).isIn(exact, Decision.INCONCLUSIVE);
            undone += found == exact ? 0 : 1;
        }
        assertThat(undone).isPositive();
    }

    @Test
    void rowsThatAreWatchedOrRestarted_followTheSameRule() {
        Target target = Targets.ttft(Statistic.P50, 101.5);
        Map<Metric, Observations> observed =
                map(Metric.TIME_TO_FIRST_TOKEN, new PerRequest(Arrays.copyOf(near(100), 20)));

        assertThat(watched(target, observed, MeasurementError.NONE)).isEqualTo(Decision.PASS);
        assertThat(watched(target, observed, ERROR)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(restarted(target, observed, MeasurementError.NONE)).isEqualTo(Decision.PASS);
        assertThat(restarted(target, observed, ERROR)).isEqualTo(Decision.INCONCLUSIVE);
    }

    private static Decision watched(Target target, Map<Metric, Observations> observed, MeasurementError error) {
        SequentialJudge judge = SequentialJudge.of(Targets.row(20, target), error);
        return judge.look(judge.start(), 20, observed).verdict().decision();
    }

    private static Decision restarted(Target target, Map<Metric, Observations> observed, MeasurementError error) {
        Target across = Targets.across(target);
        return BuildJudge.judge(Targets.row(across), List.of(observed, observed, observed), StartLooks.AT_3_5_8, error)
                .decision();
    }

    private static double upper(Target target, Map<Metric, Observations> observed) {
        return Judge.judge(Targets.row(target), observed, ERROR)
                .targets()
                .get(0)
                .upper();
    }

    private static Decision decision(Target target, Observations seen) {
        return judged(target, seen, ERROR).decision();
    }

    private static TargetVerdict exact(Target target, Observations seen) {
        return judged(target, seen, MeasurementError.NONE);
    }

    private static TargetVerdict judged(Target target, Observations seen, MeasurementError error) {
        return Judge.judge(Targets.row(target), map(target.metric(), seen), error)
                .targets()
                .get(0);
    }

    private static Map<Metric, Observations> map(Metric metric, Observations seen) {
        return new EnumMap<>(Map.of(metric, seen));
    }

    private static Target target(Metric metric, Statistic statistic, Comparison comparison, double limit, Unit unit) {
        return Targets.of(metric, statistic, comparison, limit, unit);
    }

    /** Values that differ from each other and from {@code value} by less than 0.01. */
    private static double[] near(double value) {
        double[] values = filled(60, value);
        for (int i = 0; i < values.length; i++) {
            values[i] += i % 7 * 1e-3;
        }
        return values;
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }
}
