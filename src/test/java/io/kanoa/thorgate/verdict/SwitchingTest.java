package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchingTest {

    private static final Target IN_FIVE =
            Targets.of(Metric.MODEL_SWAP_TIME, Statistic.P50, Comparison.LESS, 5, Unit.SECONDS);

    @Test
    void strategyThatPassesForEveryPair_isViable() {
        Switching answer = answer(
                row("C1@restart", SwapStrategy.RESTART, "olmo", Decision.FAIL, 8, 8.5),
                row("C1@sleep-2", SwapStrategy.SLEEP_2, "olmo", Decision.PASS, 4, 4.5),
                row("C2@restart", SwapStrategy.RESTART, "molmo", Decision.PASS, 3, 3.5),
                row("C2@sleep-2", SwapStrategy.SLEEP_2, "molmo", Decision.PASS, 2, 2.5));

        assertThat(answer.outcome()).isEqualTo(Decision.PASS);
        assertThat(answer.sentence())
                .isEqualTo("Dynamic switching is viable by sleep-2 on vllm (C1@sleep-2 swap_time <= 4.50 s,"
                        + " limit < 5 s; C2@sleep-2 swap_time <= 2.50 s, limit < 5 s).");
    }

    @Test
    void severalThatAreViable_areToldFastestFirst() {
        Switching answer = answer(
                row("C1@restart", SwapStrategy.RESTART, "olmo", Decision.PASS, 4, 4.5),
                row("C1@resident", SwapStrategy.RESIDENT, "olmo", Decision.PASS, 1, 1.5));

        assertThat(answer.sentence())
                .startsWith("Dynamic switching is viable by resident on vllm (")
                .contains("), and by restart on vllm (");
    }

    @Test
    void noStrategyThatPasses_namesTheNearest() {
        Switching answer = answer(
                row("C1@restart", SwapStrategy.RESTART, "olmo", Decision.FAIL, 8, 7.5),
                row("C1@sleep-2", SwapStrategy.SLEEP_2, "olmo", Decision.FAIL, 6, 5.5));

        assertThat(answer.outcome()).isEqualTo(Decision.FAIL);
        assertThat(answer.sentence())
                .isEqualTo("Dynamic switching is not viable: nearest was sleep-2 on vllm"
                        + " (C1@sleep-2 swap_time 6.00 s, bound >= 5.50 s, limit < 5 s).");
    }

    @Test
    void rowThatPhysicsRulesOut_isAMiss_inItsWords() {
        Row row = swap("C1", SwapStrategy.RESTART, "olmo");
        RowVerdict infeasible =
                new RowVerdict(row, Decision.INFEASIBLE, List.of(), "reading Olmo from disk takes 9.2 s at least");

        assertThat(answer(infeasible).sentence())
                .isEqualTo("Dynamic switching is not viable: nearest was restart on vllm"
                        + " (C1 INFEASIBLE: reading Olmo from disk takes 9.2 s at least).");
    }

    @Test
    void openRow_leavesItUndecided() {
        Switching answer = answer(
                row("C1@restart", SwapStrategy.RESTART, "olmo", Decision.FAIL, 8, 7.5),
                row("C1@sleep-2", SwapStrategy.SLEEP_2, "olmo", Decision.INCONCLUSIVE, 5, 5.5));

        assertThat(answer.outcome()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(answer.sentence())
                .isEqualTo("Whether dynamic switching is viable is not decided: sleep-2 on vllm"
                        + " (C1@sleep-2 INCONCLUSIVE, swap_time 5.00 s, bound <= 5.50 s, limit < 5 s).");
    }

    @Test
    void strategyThatWasNotTriedForEveryPair_isNotDecided() {
        Switching answer = answer(
                row("C1@sleep-2", SwapStrategy.SLEEP_2, "olmo", Decision.PASS, 4, 4.5),
                row("C2@restart", SwapStrategy.RESTART, "molmo", Decision.FAIL, 9, 8.5));

        assertThat(answer.outcome()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(answer.sentence()).contains("sleep-2 on vllm", "not tried for every pair of models");
    }

    @Test
    void rowThatPassesWithoutATargetOnItsTime_saysNothingOfSwitching() {
        Row row = swap("C1", SwapStrategy.RESTART, "olmo");

        assertThat(answer(new RowVerdict(row, Decision.PASS, List.of(), "")).outcome())
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void rowsThatSwapNothing_haveNoAnswer() {
        assertThat(Switching.of(List.of(new RowVerdict(Targets.row(), Decision.PASS, List.of(), ""))))
                .isEmpty();
    }

    @Test
    void boundOfFiveSwaps_isTheSlowest_andFourHaveNone() {
        assertThat(MedianBound.of(3, 1, 2, 5, 4)).isEqualTo(new MedianBound(3, 5));
        assertThat(MedianBound.of(3, 1, 2, 4).upper()).isNaN();
        assertThat(MedianBound.of().median()).isNaN();
    }

    private static Switching answer(RowVerdict... verdicts) {
        return Switching.of(List.of(verdicts)).orElseThrow();
    }

    private static RowVerdict row(
            String id, SwapStrategy strategy, String load, Decision decision, double measured, double bound) {
        TargetVerdict target = new TargetVerdict(IN_FIVE, decision, measured, bound, bound, 5, "", "");
        return new RowVerdict(swap(id, strategy, load), decision, List.of(target), "");
    }

    private static Row swap(String id, SwapStrategy strategy, String load) {
        Row row = Targets.row(IN_FIVE);
        Work work = new Work.Swap(serving("maverick"), serving(load), strategy);
        return new Row(id, "C", work, row.targets(), row.sampling(), row.background());
    }

    private static Serving serving(String model) {
        return new Serving(
                new Model(model, model, List.of(), "a/" + model, "F16", null),
                new EngineSpec("vllm", "vllm", List.of()));
    }
}
