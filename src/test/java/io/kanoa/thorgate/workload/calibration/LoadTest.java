package io.kanoa.thorgate.workload.calibration;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final EngineSpec ENGINE = new EngineSpec("e", "e", List.of());
    private static final Serving MODEL = new Serving(new Model("m", "m", List.of(), "m", "F16", null), ENGINE);
    private static final Context CONTEXT = new Context("4k", 4096);

    @Test
    void loads_areTheNumbersOfStreams_eachOnce() {
        List<Row> rows = List.of(
                row(new Work.Neighbours(MODEL, MODEL, CONTEXT), 50),
                row(new Work.SingleUser(MODEL, CONTEXT), 50),
                row(new Work.Swap(MODEL, MODEL), 50));

        assertThat(Load.of(rows)).containsExactly(new Load(1, 100), new Load(5, 100));
    }

    @Test
    void pace_isTheFastestThatATargetAsksFor() {
        assertThat(Load.of(
                        List.of(row(new Work.SingleUser(MODEL, CONTEXT), 249.5), row(new Work.Swap(MODEL, MODEL), 30))))
                .containsExactly(new Load(1, 250));
    }

    @Test
    void workWithoutStreams_hasNoLoad() {
        assertThat(Load.of(List.of(row(new Work.FormatSupport(ENGINE, List.of("AWQ")), 50))))
                .isEmpty();
    }

    private static Row row(Work work, double decodeRate) {
        Target target = new Target(
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                Statistic.MEAN,
                Comparison.GREATER,
                new Quantity(decodeRate, Unit.TOKENS_PER_SECOND),
                Scope.START);
        return new Row(
                "A1",
                "A",
                work,
                List.of(target),
                new Sampling(
                        1, 5, 8, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1)),
                new Background(1, 8, 8));
    }
}
