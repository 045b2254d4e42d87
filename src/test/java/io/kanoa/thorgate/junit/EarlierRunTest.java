package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.report.Session;
import io.kanoa.thorgate.report.checkpoint.RunCheckpoint;
import io.kanoa.thorgate.workload.calibration.Calibration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EarlierRunTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
    private static final PreflightReport MACHINE =
            new PreflightReport(List.of(), Map.of("memory", "128 GB"), Map.of(), OptionalDouble.of(9e9));

    private static final RunCheckpoint CUT = new RunCheckpoint(
            RunCheckpoint.FORMAT,
            "a run",
            Map.of(),
            OptionalDouble.of(3e9),
            List.of(new Session(BEGAN, BEGAN)),
            Calibration.NOT_NEEDED,
            List.of(),
            List.of());

    @Test
    void runThatGoesOn_hasTheDisksRateOfBefore_onTheMachineOfNow() {
        EarlierRun earlier = new EarlierRun(Optional.of(CUT), "a run", Optional.empty());

        assertThat(earlier.asBefore(MACHINE)).isEqualTo(MACHINE.withDiskReadRate(OptionalDouble.of(3e9)));
        assertThat(earlier.started(NOW)).isEqualTo(BEGAN);
    }

    @Test
    void runThatBeginsAnew_isOfNow() {
        EarlierRun none = new EarlierRun(Optional.empty(), "another run", Optional.empty());

        assertThat(none.asBefore(MACHINE)).isEqualTo(MACHINE);
        assertThat(none.started(NOW)).isEqualTo(NOW);
    }
}
