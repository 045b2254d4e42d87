package io.kanoa.thorgate.history.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.history.Finding.Decision;
import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptRuns;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.history.kept.Tag;
import io.kanoa.thorgate.history.store.MemoryStore;
import io.kanoa.thorgate.plan.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From runs that are kept to what is said of the next one. */
class PastTest {

    private static final Series LATENCY = Series.of(Metric.INTER_TOKEN_LATENCY);

    private final MemoryStore store = new MemoryStore();
    private final Random random = new Random(7);
    private int runs;

    private void keep(int count, double level) {
        for (int i = 0; i < count; i++) {
            store.append(run(level * (1 + 0.02 * random.nextGaussian()), false));
        }
    }

    private KeptRun run(double value, boolean regressed) {
        return run(KeptRuns.MACHINE, KeptRuns.KEY, value, regressed);
    }

    private KeptRun run(Map<String, String> machine, Map<String, String> key, double value, boolean regressed) {
        runs++;
        return KeptRuns.run(runs, machine, key, LATENCY.name(), value, regressed);
    }

    private RowComparison compare(KeptRun now, Optional<String> anchor) {
        RowJudge judge = new RowJudge(Past.of("memory", store.read()), anchor);
        return judge.compare(now, now.rows().get(0), List.of(LATENCY));
    }

    private RowComparison compare(double value) {
        return compare(run(value, false), Optional.empty());
    }

    private static Decision decision(RowComparison comparison) {
        return comparison.findings().get(0).finding().decision();
    }

    private void acknowledge(String from, String until) {
        store.append(new Acknowledgement(KeptRuns.ROW, LATENCY.name(), from, until, "me", "intended", "2026-02-01"));
    }

    @Test
    void slowerRun_isSuspected_andAFreshRunDecides() {
        keep(10, 20);
        KeptRun now = run(23, false);
        RowJudge judge = new RowJudge(Past.of("memory", store.read()), Optional.empty());
        KeptRow row = now.rows().get(0);

        RowComparison first = judge.compare(now, row, List.of(LATENCY));
        RowComparison slow = judge.confirm(first, now, row, List.of(value(22.8)));
        RowComparison fine = judge.confirm(first, now, row, List.of(value(20.1)));
        RowComparison silent = judge.confirm(first, now, row, List.of());

        assertThat(first.needsConfirmation()).isTrue();
        assertThat(first.regressions()).isEmpty();
        assertThat(decision(slow)).isEqualTo(Decision.REGRESSION);
        assertThat(slow.regressions()).hasSize(1);
        assertThat(RowJudge.kept(row, slow).values().get(0).regressed()).isTrue();
        assertThat(decision(fine)).isEqualTo(Decision.STEADY);
        assertThat(RowJudge.kept(row, fine).values().get(0).regressed()).isFalse();
        assertThat(silent.needsConfirmation()).isTrue();
    }

    private static KeptValue value(double value) {
        return new KeptValue(LATENCY.name(), value, value, value, 60, false);
    }

    @Test
    void littleHistory_saysNothing_thenAdvises_thenGates() {
        keep(4, 20);
        assertThat(decision(compare(40))).isEqualTo(Decision.TOO_FEW);
        keep(1, 20);
        assertThat(decision(compare(40))).isEqualTo(Decision.SUSPECT);
        assertThat(compare(40).needsConfirmation()).isFalse();
        keep(3, 20);
        assertThat(compare(40).needsConfirmation()).isTrue();
    }

    @Test
    void otherKey_isNotCompared_andTheDifferenceIsNamed() {
        keep(10, 20);

        RowComparison other =
                compare(run(Map.of("device", "thor", "power_mode", "120W"), KeptRuns.KEY, 40, false), Optional.empty());
        RowComparison newer = compare(
                run(KeptRuns.MACHINE, Map.of("engine version", "vllm 2", "workload", "4096 tokens"), 40, false),
                Optional.empty());

        assertThat(other.notCompared()).isEqualTo("not compared with earlier runs: power mode MAXN -> 120W");
        assertThat(other.findings()).isEmpty();
        assertThat(newer.notCompared()).isEqualTo("not compared with earlier runs: engine version vllm 1 -> vllm 2");
        assertThat(newer.trends().get(0).points()).hasSize(11);
        assertThat(newer.trends().get(0).points().get(10).changed()).isEqualTo("engine version vllm 1 -> vllm 2");
        assertThat(newer.trends().get(0).points().get(9).comparable()).isFalse();
    }

    @Test
    void otherDeviceOrRow_isNoHistoryAtAll() {
        keep(10, 20);

        RowComparison elsewhere = compare(run(Map.of("device", "orin"), KeptRuns.KEY, 40, false), Optional.empty());

        assertThat(elsewhere.notCompared()).isEqualTo("no earlier run of this row");
        assertThat(elsewhere.trends().get(0).points()).hasSize(1);
    }

    @Test
    void regressedRuns_doNotBecomeTheBaseline_untilAccepted() {
        keep(10, 20);
        for (int i = 0; i < 3; i++) {
            store.append(run(24, true));
        }

        assertThat(compare(24).needsConfirmation()).isTrue();
        assertThat(WorseSearch.in(past())).singleElement().satisfies(worse -> {
            assertThat(worse.from().id()).isEqualTo("run-11");
            assertThat(worse.runs()).isEqualTo(3);
            assertThat(worse.before()).isCloseTo(20, within(0.5));
            assertThat(worse.now()).isCloseTo(24, within(0.1));
        });

        acknowledge("run-11", "run-13");

        assertThat(decision(compare(24))).isEqualTo(Decision.TOO_FEW);
        assertThat(WorseSearch.in(past())).isEmpty();
        keep(6, 24);
        assertThat(decision(compare(24.2))).isEqualTo(Decision.STEADY);
        assertThat(compare(30).needsConfirmation()).isTrue();
    }

    @Test
    void slowStep_neverBecomesTheBaselineByItself() {
        keep(12, 20);
        keep(20, 23);

        RowComparison unseen = compare(23);
        List<WorseRuns> worse = WorseSearch.in(past());
        assertThat(unseen.needsConfirmation()).isTrue();
        assertThat(unseen.findings().get(0).baseline().level()).isCloseTo(20, within(0.5));
        assertThat(unseen.trends().get(0).steps()).singleElement().satisfies(step -> {
            assertThat(step.at()).isEqualTo(12);
            assertThat(step.change()).isCloseTo(0.15, within(0.03));
        });
        assertThat(worse)
                .singleElement()
                .satisfies(step -> assertThat(step.from().id()).isEqualTo("run-13"));

        acknowledge(worse.get(0).from().id(), worse.get(0).until().id());

        RowComparison seen = compare(23);
        assertThat(decision(seen)).isEqualTo(Decision.STEADY);
        assertThat(seen.findings().get(0).baseline().level()).isCloseTo(23, within(0.5));
        assertThat(seen.trends().get(0).points().get(12).acknowledged()).isEqualTo("me: intended");
        assertThat(WorseSearch.in(past())).isEmpty();
    }

    @Test
    void acknowledgement_coversNothingThatCameAfterIt() {
        keep(12, 20);
        keep(8, 23);
        acknowledge("run-13", "run-20");
        keep(8, 26);

        assertThat(compare(26).needsConfirmation()).isTrue();
        assertThat(WorseSearch.in(past()))
                .singleElement()
                .satisfies(step -> assertThat(step.from().id()).isEqualTo("run-21"));
    }

    @Test
    void anchor_isComparedWith_whateverCameSince() {
        keep(10, 20);
        store.append(new Tag("v1", "run-3", "2026-01-02"));
        keep(10, 18);

        assertThat(decision(compare(19.9))).isEqualTo(Decision.SUSPECT);
        assertThat(decision(compare(run(19.9, false), Optional.of("v1")))).isEqualTo(Decision.STEADY);
        RowComparison worse = compare(run(24, false), Optional.of("v1"));
        assertThat(worse.needsConfirmation()).isTrue();
        assertThat(worse.findings().get(0).finding().reason()).contains("against 1 run of those");
    }

    @Test
    void anchorWithAnotherKey_isNotComparedWith() {
        store.append(run(Map.of("device", "thor", "power_mode", "120W"), KeptRuns.KEY, 20, false));
        store.append(new Tag("v1", "run-1", "2026-01-02"));
        keep(10, 20);

        assertThat(compare(run(20, false), Optional.of("v1")).notCompared())
                .isEqualTo("not compared: none of the 10 runs that could be compared is named v1");
    }

    @Test
    void improvementBeyondBelief_isFlagged() {
        keep(10, 20);

        assertThat(decision(compare(10))).isEqualTo(Decision.IMPLAUSIBLE_IMPROVEMENT);
        assertThat(decision(compare(19))).isEqualTo(Decision.STEADY);
    }

    @Test
    void pruning_keepsTheLatest_theNamed_andWhatIsComparedWith() {
        keep(10, 20);
        store.append(new Tag("v1", "run-1", "2026-01-02"));
        keep(30, 23);

        Pruning policy = new Pruning(20, Duration.ofDays(365), Instant.parse("2026-01-10T00:00:00Z"));
        store.prune(policy);

        assertThat(store.read().runs()).hasSize(30);
        assertThat(compare(23).findings().get(0).baseline().level()).isCloseTo(20, within(0.5));

        acknowledge("run-21", "run-40");
        store.prune(policy);

        assertThat(store.read().runs())
                .extracting(KeptRun::id)
                .contains("run-1", "run-21")
                .hasSize(21);
    }

    @Test
    void pruning_removesWhatIsTooOld() {
        keep(10, 20);
        keep(10, 18);

        store.prune(new Pruning(500, Duration.ofHours(1), Instant.parse("2026-06-01T00:00:00Z")));

        assertThat(store.read().runs()).hasSize(10);
        assertThat(compare(23).findings().get(0).baseline().level()).isCloseTo(18, within(0.5));
    }

    @Test
    void longTextsThatDiffer_areShownWhereTheyDo() {
        Map<String, String> before = new HashMap<>(KeptRuns.KEY);
        Map<String, String> now = new HashMap<>(KeptRuns.KEY);
        before.put("engine flags", "x".repeat(300) + " --threads 4");
        now.put("engine flags", "x".repeat(300) + " --threads 8");
        now.put("b", "1");
        now.put("c", "1");
        now.put("d", "1");

        String text = KeyDifference.between(before, now);

        assertThat(text).contains("b unknown -> 1", "and 1 more").hasSizeLessThan(200);
        now.keySet().removeAll(List.of("b", "c", "d"));
        assertThat(KeyDifference.between(before, now))
                .contains("--threads 4", "--threads 8")
                .hasSizeLessThan(200);
    }

    private Past past() {
        return Past.of("memory", store.read());
    }
}
