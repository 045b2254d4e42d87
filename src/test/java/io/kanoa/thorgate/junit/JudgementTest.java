package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.workload.calibration.ClientTimingError;
import io.kanoa.thorgate.workload.calibration.ErrorSpread;
import io.kanoa.thorgate.workload.calibration.Load;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {

    /** First tokens came after about 40 ms. */
    private static final Target TARGET =
            SampleRows.target(Metric.TIME_TO_FIRST_TOKEN, Statistic.P50, Comparison.LESS, 80, Unit.MILLISECONDS);

    private static final Row ROW =
            SampleRows.row("A1", new Work.SingleUser(SampleRows.MAVERICK, new Context("4k", 512)), TARGET);
    private static final Evidence EVIDENCE = SampleRows.chat(ROW, 8, List.of());

    @Test
    void clientThatWasNotCalibrated_decidesNothing() {
        Judgement judgement = Judgement.of(EVIDENCE, "");

        assertThat(judgement.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judgement.verdict().targets().get(0).reason()).isEqualTo("client timing error unknown");
    }

    @Test
    void errorOfTheClient_standsAgainstThePass() {
        assertThat(Judgement.of(EVIDENCE.with(error(1)), "").passed()).isTrue();
        assertThat(Judgement.of(EVIDENCE.with(error(60)), "").verdict().decision())
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    static Optional<ClientTimingError> error(double firstToken) {
        ErrorSpread small = new ErrorSpread(9, 0.1, 0.1, 0.1, 0.1);
        ErrorSpread given = new ErrorSpread(9, 0.1, 0.1, firstToken, firstToken);
        return Optional.of(new ClientTimingError(new Load(1, 100), 9, small, given, small, 0.01));
    }
}
