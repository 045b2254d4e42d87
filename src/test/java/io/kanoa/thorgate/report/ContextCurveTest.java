package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.plan.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextCurveTest {

    private static final RowResult SHORT = SampleRows.atContext("A1@4k", 4_096, 100);
    private static final RowResult MIDDLE = SampleRows.atContext("A1@32k", 32_768, 80);
    private static final RowResult LONG = SampleRows.atContext("A1@128k", 131_072, 40);

    @Test
    void rowsOfOneModel_areACurve_fromTheShortestContext() {
        ContextCurve curve = only(LONG, SHORT, SampleRows.undecided(), MIDDLE);

        assertThat(curve.model()).isEqualTo("llama-4-maverick");
        assertThat(curve.engine()).isEqualTo("embedded");
        assertThat(curve.lines()).extracting(ContextLine::row).containsExactly("A1@4k", "A1@32k", "A1@128k");
        assertThat(curve.lines().get(1).value(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER))
                .isCloseTo(80, within(1e-9));
        assertThat(curve.includes(MIDDLE)).isTrue();
        assertThat(curve.includes(SampleRows.undecided())).isFalse();
    }

    @Test
    void addedTime_isThatOfEachThousandTokensSinceTheLineBefore() {
        List<ContextLine> lines = only(SHORT, MIDDLE, LONG).lines();

        assertThat(lines.get(0).addedMillis()).isNaN();
        double between = lines.get(1).position() - lines.get(0).position();
        assertThat(between).isCloseTo(32_768 - 4_096, within(1e-6));
        assertThat(lines.get(1).addedMillis()).isCloseTo((12.5 - 10) / (between / 1_000), within(1e-9));
        assertThat(lines.get(2).addedMillis()).isCloseTo((25 - 12.5) / ((131_072 - 32_768) / 1e3), within(1e-9));
    }

    @Test
    void oneContextAlone_isNoCurve() {
        assertThat(ContextCurve.of(List.of(SHORT, SHORT, SampleRows.swapped(), SampleRows.broken())))
                .isEmpty();
    }

    private static ContextCurve only(RowResult... results) {
        List<ContextCurve> curves = ContextCurve.of(List.of(results));
        assertThat(curves).hasSize(1);
        return curves.get(0);
    }
}
