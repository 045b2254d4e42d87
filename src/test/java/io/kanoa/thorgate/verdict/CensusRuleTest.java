package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensusRuleTest {

    @ParameterizedTest
    @CsvSource({
        "2, 0, 2, 100, PASS",
        "1, 0, 2, 100, FAIL",
        "1, 0, 2, 50, PASS",
        "1, 1, 2, 100, INCONCLUSIVE",
        "0, 1, 2, 100, FAIL",
        "1, 1, 2, 50, PASS"
    })
    void whatIsOpen_countsNeitherWay(int hits, int open, int total, double limit, Decision decision) {
        RowVerdict verdict = judged(new Observations.Census(hits, open, total, List.of("AWQ refused: no")), limit);

        assertThat(verdict.decision()).isEqualTo(decision);
        assertThat(verdict.targets().get(0).measured()).isEqualTo(100.0 * hits / total);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1"})
    void rowThatDoesNotPass_namesWhatLacks(int hits, int open) {
        RowVerdict verdict = judged(new Observations.Census(hits, open, 2, List.of("AWQ refused: no")), 100);

        assertThat(verdict.reason()).contains("AWQ refused: no");
    }

    private static RowVerdict judged(Observations observed, double limit) {
        Target target = Targets.of(Metric.FORMATS_SERVED, Statistic.MEAN, Comparison.AT_LEAST, limit, Unit.PERCENT);
        return Judge.judge(Targets.row(target), Map.of(Metric.FORMATS_SERVED, observed), MeasurementError.UNKNOWN);
    }
}
