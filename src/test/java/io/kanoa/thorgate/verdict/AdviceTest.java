package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class AdviceTest {

    private static final Target P95 = Targets.ttft(Statistic.P95, 1);
    private static final Target RATE = Targets.rate(Comparison.GREATER, 50);

    @Test
    void settledTarget_needsNoAdvice() {
        assertThat(Advice.of(P95, new PerRequest(Targets.values(59, 0)))).isEmpty();
        assertThat(Advice.of(P95, new PerRequest(Targets.values(59, 30)))).isEmpty();
    }

    @Test
    void tooFewRequests_areCompletedToTheFewest() {
        assertThat(advice(P95, new PerRequest(Targets.values(20, 0))).requests())
                .hasValue(59);
        assertThat(advice(
                                Targets.of(Metric.MODEL_SWAP_TIME, Statistic.P50, Comparison.LESS, 5, Unit.SECONDS),
                                new Trials(new double[] {4}))
                        .requests())
                .hasValue(5);
        assertThat(advice(
                                Targets.of(
                                        Metric.BACKGROUND_COMPLETION_RATIO,
                                        Statistic.MEAN,
                                        Comparison.AT_LEAST,
                                        95,
                                        Unit.PERCENT),
                                new Share(10, 10))
                        .requests())
                .hasValue(59);
        Target gaps = Targets.of(Metric.INTER_CHUNK_LATENCY, Statistic.P95, Comparison.LESS, 1, Unit.MILLISECONDS);
        assertThat(advice(gaps, new Pooled(Collections.nCopies(10, new double[] {0, 0}), 0))
                        .requests())
                .hasValue(59);
    }

    @Test
    void numberThatIsAdvised_settlesAndOneLessDoesNot() {
        RatioOfSums near = new RatioOfSums(new double[] {50, 56, 48, 54, 47, 53}, Moments.ones(6), 0);

        int enough = advice(RATE, near).requests().orElseThrow();

        assertThat(enough).isGreaterThan(6);
        assertThat(Advice.of(RATE, Projection.to(near, enough).orElseThrow())).isEmpty();
        assertThat(advice(RATE, near).text()).isEqualTo("about " + enough + " requests instead of 6 would settle it");
    }

    @Test
    void singleRequest_isNotProlongedToATrivialPass() {
        RatioOfSums single = new RatioOfSums(new double[] {60}, new double[] {1}, 0);

        assertThat(advice(RATE, single).requests()).hasValue(5);
    }

    @Test
    void whatRequestsDoNotSettle_isSaid() {
        RatioOfSums onTheLimit = new RatioOfSums(new double[] {49, 51}, new double[] {1, 1}, 0);
        Target across = Targets.across(RATE);
        Target memory = Targets.of(Metric.MEMORY_USED_PEAK, Statistic.MAX, Comparison.LESS, 5, Unit.BYTES);

        assertThat(advice(RATE, onTheLimit).requests()).isEmpty();
        assertThat(advice(RATE, new Missing("no sensor")).text())
                .isEqualTo("measure output_token_throughput_per_user first");
        assertThat(advice(across, onTheLimit).text()).startsWith("repeat the start of the engine");
        assertThat(advice(Targets.across(memory), new Extreme(1, 1)).text()).startsWith("repeat the start");
        assertThat(advice(RATE, new RatioOfSums(new double[] {60, 61}, new double[] {1, 1}, 1))
                        .text())
                .contains("failures stand against it");
        assertThat(advice(P95, new PerRequest(new double[0])).requests()).isEmpty();
    }

    private static Advice advice(Target target, Observations observations) {
        return Advice.of(target, observations).orElseThrow();
    }
}
