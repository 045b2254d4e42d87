package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PooledQuantileRuleTest {

    private static final Target P95 = gaps(Statistic.P95, 1);

    /** p = 3/40, variance 4/3 * 2.75 / 1600; t(0.95; 39) = 1.684875, t(0.95; 3) = 2.353363. */
    @Test
    void effectiveNumber_isKornAndGraubards() {
        Clusters clusters = new Clusters(new int[] {2, 0, 1, 0}, new int[] {10, 10, 10, 10});
        double ratio = 1.684875 / 2.353363;

        assertThat(clusters.effectiveValues(0.05)).isCloseTo(30.27273 * ratio * ratio, within(1e-3));
    }

    @Test
    void effectiveNumber_isNeverMoreThanTheValuesNorIsSilenceEvidence() {
        Clusters spread = new Clusters(new int[] {1, 1, 1, 1, 2}, new int[] {9, 9, 9, 9, 18});
        Clusters silent = new Clusters(new int[] {0, 0, 0}, new int[] {100, 100, 100});

        assertThat(spread.effectiveValues(0.05)).isLessThanOrEqualTo(54);
        assertThat(silent.effectiveValues(0.05)).isEqualTo(3);
    }

    @Test
    void requestsWithoutAValueBeyond_passOnlyInSufficientNumber() {
        assertThat(decide(P95, requests(59, 100))).isEqualTo(Decision.PASS);
        TargetVerdict few = Targets.judge(P95, new Pooled(requests(58, 100), 0));
        assertThat(few.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(few.reason()).isEqualTo("58 requests are too few to pass; 59 are the fewest that can");
    }

    @Test
    void valuesBeyondInOneRequest_weighMoreThanSpreadOnes() {
        List<double[]> spread = requests(100, 100, 3);
        List<double[]> bunched = requests(100, 100);
        for (int i = 0; i < 3; i++) {
            bunched.set(i, Targets.values(100, 100));
        }

        assertThat(decide(P95, spread)).isEqualTo(Decision.PASS);
        assertThat(decide(P95, bunched)).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void tenthBeyondEverywhere_fails() {
        assertThat(decide(P95, requests(30, 100, 10))).isEqualTo(Decision.FAIL);
        assertThat(decide(P95, requests(30, 100, 5))).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void worstRequest_isCountedTwiceOnTheSideOfThePass() {
        Clusters clusters = new Clusters(new int[] {1, 4, 0}, new int[] {10, 20, 30});

        assertThat(clusters.withWorstTwice().beyond()).containsExactly(1, 4, 0, 4);
        assertThat(clusters.withWorstTwice().sizes()).containsExactly(10, 20, 30, 20);
        List<double[]> eleven = requests(59, 20, 0);
        eleven.set(0, Targets.values(20, 11));
        List<double[]> eight = requests(59, 20, 0);
        eight.set(0, Targets.values(20, 8));
        assertThat(decide(P95, eleven)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(P95, eight)).isEqualTo(Decision.PASS);
    }

    @Test
    void failedRequest_countsAsOneWhollyBeyond() {
        List<double[]> clean = requests(59, 100);

        assertThat(Targets.judge(P95, new Pooled(clean, 1)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(Targets.judge(P95, new Pooled(List.of(), 60)).decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void medianOfFewRequests_canBeJudged() {
        SplittableRandom random = new SplittableRandom(1);
        List<double[]> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(random.doubles(64, 18, 22).toArray());
        }

        TargetVerdict verdict = Targets.judge(gaps(Statistic.P50, 25), new Pooled(requests, 0));

        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(verdict.measured()).isBetween(19.5, 20.5);
        assertThat(verdict.lower()).isBetween(19.0, verdict.measured());
        assertThat(verdict.upper()).isBetween(verdict.measured(), 21.0);
        assertThat(verdict.n()).isEqualTo(20);
    }

    @Test
    void neverBothPassAndFail_norBetterForOneMoreInTheWorstRequest() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            List<double[]> requests = randomRequests(random);
            Assessment before = PooledQuantileRule.decide(P95, new Pooled(requests, 0), 0.05);
            assertThat(before.passes() && before.fails()).isFalse();

            addToTheWorst(requests);
            Assessment after = PooledQuantileRule.decide(P95, new Pooled(requests, 0), 0.05);
            assertThat(after.passes() && !before.passes()).isFalse();
            assertThat(before.fails() && !after.fails()).isFalse();
        }
    }

    private static List<double[]> randomRequests(SplittableRandom random) {
        List<double[]> requests = new ArrayList<>();
        int most = random.nextInt(1, 14);
        for (int i = random.nextInt(55, 120); i > 0; i--) {
            requests.add(Targets.values(50, random.nextInt(most)));
        }
        return requests;
    }

    private static void addToTheWorst(List<double[]> requests) {
        int worst = 0;
        for (int i = 1; i < requests.size(); i++) {
            worst = sum(requests.get(i)) > sum(requests.get(worst)) ? i : worst;
        }
        requests.set(worst, Targets.values(50, (int) (sum(requests.get(worst)) / 2) + 1));
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static List<double[]> requests(int n, int values) {
        return requests(n, values, 0);
    }

    private static List<double[]> requests(int n, int values, int beyond) {
        List<double[]> requests = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            requests.add(Targets.values(values, beyond));
        }
        return requests;
    }

    private static Target gaps(Statistic statistic, double limit) {
        return Targets.of(Metric.INTER_CHUNK_LATENCY, statistic, Comparison.LESS, limit, Unit.MILLISECONDS);
    }

    private static Decision decide(Target target, List<double[]> requests) {
        return Targets.judge(target, new Pooled(requests, 0)).decision();
    }
}
