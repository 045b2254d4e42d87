package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.MeasurementError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StartsWatchTest {

    private static final Target FAST = Series.rate(Comparison.GREATER, 50, Scope.BUILD);
    private static final StartsWatch.Cost COST = new StartsWatch.Cost(30, 1);

    private final Row row = Series.row(40, FAST);
    private final List<Map<Metric, Observations>> starts = new ArrayList<>();

    @Test
    void startsThatAgree_settleAfterThree() {
        Judgement judgement = watch(100, 101, 99);

        assertThat(starts).hasSize(3);
        assertThat(judgement.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(judgement.course().ended()).isEqualTo("all targets settled after 3 starts of the engine");
        assertThat(judgement.course().starts()).hasSize(3);
        assertThat(judgement.course().starts().get(1).get(FAST))
                .isCloseTo(101, org.assertj.core.api.Assertions.within(1.0));
    }

    @Test
    void someVariation_isLookedAtAgainAfterFive() {
        Judgement judgement = watch(54, 58, 52, 56, 55, 57, 55, 56);

        assertThat(starts).hasSize(5);
        assertThat(judgement.verdict().decision()).isEqualTo(Decision.PASS);
    }

    /** So far apart that five would not do: the look at five, where these happen to agree, is left out. */
    @Test
    void muchVariation_goesToTheLastLook_andIsToldHowManyStartsItWouldTake() {
        Judgement judgement = watch(20, 90, 51, 49, 50, 52, 48, 50);

        assertThat(starts).hasSize(8);
        assertThat(judgement.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judgement.course().ended()).isEqualTo("all 8 starts were made");
        assertThat(judgement.course().advice().get(FAST).text())
                .matches("about \\d+ starts of the engine would settle it");
    }

    @Test
    void lookThatWouldNotDo_isLeftOut_evenIfItHappenedToSettle() {
        Judgement judgement = watch(60, 48, 72, 75, 75, 75, 75, 75);

        assertThat(starts).hasSize(8);
        assertThat(judgement.verdict().decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void nextStart_hasAsManyRequestsAsItsCostIsWorth() {
        StartsWatch watch = new StartsWatch(row, MeasurementError.NONE);
        List.of(54.0, 58.0, 52.0).forEach(this::start);

        OptionalInt requests = watch.more(starts, COST);

        assertThat(requests).isPresent();
        assertThat(requests.getAsInt()).isBetween(2, 30);
    }

    private Judgement watch(double... rates) {
        StartsWatch watch = new StartsWatch(row, MeasurementError.NONE);
        int i = 0;
        do {
            start(rates[i++]);
        } while (watch.more(starts, COST).isPresent() && i < rates.length);
        return watch.judge(
                Series.evidence(row, Series.answers(Series.repeated(50, 30))), starts, TimeLimit.of(row.sampling()));
    }

    private void start(double rate) {
        starts.add(Metrics.of(Series.evidence(row, Series.answers(Series.repeated(rate, 10)))));
    }
}
