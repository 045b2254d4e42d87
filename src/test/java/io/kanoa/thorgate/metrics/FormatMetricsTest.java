package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Observations.Census;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.WeightFormat;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.workload.format.FormatOutcome;
import io.kanoa.thorgate.workload.format.FormatProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatMetricsTest {

    private static final EngineSpec ENGINE = new EngineSpec("e", "e", List.of());

    @Test
    void format_isServedWhereOneOfItsLayoutsIs() {
        assertThat(served(
                        List.of("AWQ", "NVFP4"),
                        probe(WeightFormat.AWQ, FormatOutcome.SERVED),
                        probe(WeightFormat.NVFP4, FormatOutcome.REFUSED),
                        probe(WeightFormat.NVFP4, FormatOutcome.SERVED)))
                .isEqualTo(new Census(2, 0, 2, List.of()));
    }

    @Test
    void fp4_meansBothOfItsKinds() {
        assertThat(served(
                        List.of("FP4"),
                        probe(WeightFormat.NVFP4, FormatOutcome.REFUSED),
                        probe(WeightFormat.MXFP4, FormatOutcome.SERVED)))
                .isEqualTo(new Census(1, 0, 2, List.of("NVFP4 (x) refused: no")));
    }

    @Test
    void convertedAndSilentOnes_doNotCount() {
        assertThat(served(
                        List.of("AWQ", "GPTQ"),
                        probe(WeightFormat.AWQ, FormatOutcome.CONVERTED),
                        probe(WeightFormat.GPTQ, FormatOutcome.SILENT)))
                .isInstanceOfSatisfying(Census.class, census -> {
                    assertThat(census.hits()).isZero();
                    assertThat(census.open()).isZero();
                });
    }

    @Test
    void whatIsNotSettledOrNotTried_isOpen() {
        assertThat(served(List.of("AWQ", "GPTQ"), probe(WeightFormat.AWQ, FormatOutcome.NOT_SETTLED)))
                .isEqualTo(new Census(0, 2, 2, List.of("AWQ (x) not settled: no", "GPTQ was not tried")));
    }

    @Test
    void rowThatTriedNothing_hasNoValue() {
        assertThat(served(List.of("AWQ"))).isInstanceOf(Missing.class);
    }

    private static FormatProbe probe(WeightFormat format, FormatOutcome outcome) {
        boolean served = outcome == FormatOutcome.SERVED;
        return new FormatProbe(format, "x", outcome, "", served ? "" : "no", 1, served ? 8 : 0);
    }

    private static Observations served(List<String> words, FormatProbe... probes) {
        Evidence none = Timelines.measured(List.of());
        Evidence evidence = new Evidence(
                none.row().with(new Work.FormatSupport(ENGINE, words)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return Metrics.of(evidence.withFormats(List.of(probes))).get(io.kanoa.thorgate.plan.Metric.FORMATS_SERVED);
    }
}
