package io.kanoa.thorgate.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.report.SampleRows;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PreflightTableTest {

    @Test
    void findings_areAligned_andFollowedByWhatMendsThem() {
        PreflightReport report = report(
                Finding.ok("machine", "NVIDIA Jetson AGX Thor Developer Kit", "jetson-agx-thor"),
                Finding.warning("power mode", "120W", "MAXN", "sudo nvpmodel -m 0"));

        assertThat(PreflightTable.lines(report, 120))
                .containsExactly(
                        "         preflight   found                                 wanted",
                        "ok       machine     NVIDIA Jetson AGX Thor Developer Kit  jetson-agx-thor",
                        "warning  power mode  120W                                  MAXN",
                        "         to mend: sudo nvpmodel -m 0",
                        "preflight: 1 ok, 1 warning, 0 stops");
    }

    @Test
    void stop_saysThatNothingIsStarted() {
        assertThat(PreflightTable.lines(report(Finding.stop("machine", "a PC", "jetson-agx-thor", "elsewhere")), 120))
                .last()
                .isEqualTo("preflight: 0 ok, 0 warnings, 1 stop; nothing is started");
    }

    @Test
    void longTexts_stayWithinTheWidth_andNoCommandIsCut() {
        String command = "sudo sh -c " + "word ".repeat(60).strip();
        List<String> lines = PreflightTable.lines(
                report(Finding.warning("x".repeat(200), "y".repeat(200), "z".repeat(200), command)), 120);

        assertThat(lines).allMatch(line -> line.length() <= 120, "at most 120 columns");
        assertThat(String.join(" ", lines).split("\\bword\\b", -1)).hasSize(61);
    }

    @Test
    void hostileTexts_areMadeHarmless() {
        String hostile = SampleRows.HOSTILE;
        StringBuilder out = new StringBuilder();
        PreflightTable.print(report(Finding.stop(hostile, hostile, hostile, hostile)), 120, out);

        assertThat(out.toString().lines()).hasSizeBetween(4, 6).noneMatch(line -> line.contains("\u001b"));
        assertThat(out).doesNotContain("\u0007").doesNotContain("\u202e");
    }

    private static PreflightReport report(Finding... findings) {
        return new PreflightReport(List.of(findings), Map.of(), Map.of(), OptionalDouble.empty());
    }
}
