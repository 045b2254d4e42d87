package io.kanoa.thorgate.device.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.plan.DeviceSpec;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoolDownTest {

    @TempDir
    Path root;

    private final AtomicLong clock = new AtomicLong();
    private final List<String> told = new ArrayList<>();

    /** A machine that loses a degree in ten seconds. */
    private Optional<HottestZone> hottest(double start) {
        return Optional.of(new HottestZone("gpu-thermal", start - clock.get() / 1e10));
    }

    private boolean await(CoolDown asked, double start) {
        return asked.await(() -> hottest(start), told::add, clock::get, clock::addAndGet);
    }

    @Test
    void hotMachine_isWaitedFor_andThatIsTold() {
        assertThat(await(CoolDown.below(60), 70)).isTrue();
        assertThat(Duration.ofNanos(clock.get())).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(102));
        assertThat(told).hasSize(4);
        assertThat(told.get(0))
                .isEqualTo("cooling down: 70.0 C (gpu-thermal), below 60.0 C is asked, waiting at most 600 s more");
    }

    @Test
    void machineThatStaysHot_isWaitedForNoLongerThanAllowed() {
        assertThat(await(new CoolDown(60, Duration.ofSeconds(50)), 70)).isFalse();
        assertThat(Duration.ofNanos(clock.get())).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void coolMachine_isNotWaitedFor() {
        assertThat(await(CoolDown.below(60), 59.9)).isTrue();
        assertThat(clock.get()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void machineWithoutSensors_isNotWaitedFor() {
        assertThat(CoolDown.below(60).await(root, told::add)).isFalse();
    }

    @Test
    void machineThatIsStillTooHot_stopsTheRun() {
        FakeRoot hot = new FakeRoot(root)
                .file("sys/class/thermal/thermal_zone0/type", "gpu-thermal\n")
                .file("sys/class/thermal/thermal_zone0/temp", "61000\n");
        DeviceSpec asked =
                new DeviceSpec("any", null, null, null, null).startingBelow(new Quantity(60, Unit.DEGREES_CELSIUS));

        PreflightReport report = Preflight.run(hot.path(), asked, Needs.of(root));

        assertThat(report.of(Level.STOP))
                .filteredOn(finding -> finding.subject().equals("temperature"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.found()).isEqualTo("61.0 C (gpu-thermal)");
                    assertThat(finding.wanted()).isEqualTo("below 60.0 C");
                });
        hot.file("sys/class/thermal/thermal_zone0/temp", "59000\n");
        assertThat(Preflight.run(hot.path(), asked, Needs.of(root)).findings())
                .filteredOn(finding -> finding.subject().equals("temperature"))
                .extracting(Finding::level)
                .containsExactly(Level.OK);
    }

    @Test
    void temperatureThatCannotBeRead_isAWarning() {
        HeatCheck blind = new HeatCheck(Optional.empty(), Optional.of(60.0));

        assertThat(blind.findings()).extracting(Finding::level).containsExactly(Level.WARNING);
    }
}
