package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.device.lock.DeviceBusyException;
import io.kanoa.thorgate.device.lock.DeviceLock;
import io.kanoa.thorgate.device.preflight.CoolDown;
import io.kanoa.thorgate.plan.DeviceSpec;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;

class DeviceOptionsTest {

    private static final DeviceSpec ANY = new DeviceSpec("any", null, null, null, null);
    private static final DeviceSpec COOL = ANY.startingBelow(new Quantity(55, Unit.DEGREES_CELSIUS));

    @TempDir
    Path folder;

    private static DeviceOptions options(Map<String, String> given) {
        return new DeviceOptions(new GateOptions(name -> Optional.ofNullable(given.get(name)), Map.of()));
    }

    private static Optional<CoolDown> coolDown(DeviceSpec device, String option) {
        return options(option.isEmpty() ? Map.of() : Map.of("gate.cool-down", option))
                .coolDown(device);
    }

    @Test
    void coolDown_isTheOptionsElseThePlans() {
        assertThat(coolDown(ANY, "")).isEmpty();
        assertThat(coolDown(COOL, "")).contains(new CoolDown(55, Duration.ofMinutes(10)));
        assertThat(coolDown(COOL, "60 C")).contains(new CoolDown(60, Duration.ofMinutes(10)));
        assertThat(coolDown(COOL, "60.5C 90 s")).contains(new CoolDown(60.5, Duration.ofSeconds(90)));
        assertThat(coolDown(COOL, "60 C, 20 min")).contains(new CoolDown(60, Duration.ofMinutes(20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "60 F", "0 C", "-5 C", "60 C 5", "60 C 0 s", "hot"})
    void coolDownThatIsWrong_isRefused(String option) {
        assertThatThrownBy(() -> coolDown(ANY, option))
                .isInstanceOf(JUnitException.class)
                .hasMessageContaining("-Dgate.cool-down=" + option);
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "wait 5", "wait 0 s", "wait forever"})
    void lockThatIsWrong_isRefused(String option) {
        Map<String, String> given = Map.of(
                "gate.lock", option, "gate.lock-file", folder.resolve("lock").toString());

        assertThatThrownBy(() -> options(given).lock(line -> {}))
                .isInstanceOf(JUnitException.class)
                .hasMessageContaining("-Dgate.lock=" + option);
    }

    @Test
    void lock_failsAtOnce_orWaitsAsLongAsAsked() {
        Path file = folder.resolve("lock");
        List<String> told = new ArrayList<>();
        Map<String, String> failing = Map.of("gate.lock-file", file.toString());
        Map<String, String> waiting = Map.of("gate.lock-file", file.toString(), "gate.lock", "wait 1 s");
        try (DeviceLock first = options(failing).lock(told::add)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> options(failing).lock(told::add))
                    .isInstanceOf(DeviceBusyException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(Path.of("").toAbsolutePath().toString());
            assertThat(told).isEmpty();
            assertThatThrownBy(() -> options(waiting).lock(told::add)).isInstanceOf(DeviceBusyException.class);
            assertThat(told).singleElement().asString().contains("at most 1 s");
        }
    }
}
