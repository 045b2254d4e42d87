package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_CPU_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_PSS_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.device.FakeRoot;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree of 10 (engine) with its child 11 and grandchild 12, beside 20, which is none of the engine's. */
class EngineSensorsTest {

    @TempDir
    Path directory;

    private final FakeClock time = new FakeClock();
    private final FakeClock cpuTime = new FakeClock();
    private Collection<Long> roots = Set.of(10L);
    private FakeRoot root = new FakeRoot(Path.of("unset"));
    private EngineProcesses processes = new EngineProcesses(Path.of("unset"), Set::of, new Clocks(time, cpuTime));

    @BeforeEach
    void growTree() {
        root = new FakeRoot(directory)
                .process(10, "engine", 1, 100, 50, 7)
                .process(11, "odd) S 20 ( name", 10, 10, 10, 8)
                .process(12, "worker", 11, 0, 0, 9)
                .process(20, "other", 1, 5, 5, 5)
                .pss(10, 1000)
                .pss(11, 200)
                .pss(12, 30)
                .pss(20, 4);
        processes = new EngineProcesses(directory.resolve("proc"), () -> roots, new Clocks(time, cpuTime));
    }

    @Test
    void tree_isTheGivenProcessesAndAllTheirDescendants() {
        assertThat(processes.ids()).containsExactlyInAnyOrder(10L, 11L, 12L);
    }

    @Test
    void tree_isLookedForAgain_whenTheGivenProcessesChange_elseAfterASecond() {
        processes.ids();
        root.process(13, "late", 10, 0, 0, 9);
        assertThat(processes.ids()).doesNotContain(13L);
        time.passMillis(1001);
        assertThat(processes.ids()).contains(13L);

        roots = Set.of(20L);
        assertThat(processes.ids()).containsExactly(20L);
        roots = Set.of();
        assertThat(processes.ids()).isEmpty();
    }

    @Test
    void processesThatNameEachOtherParent_doNotHang() {
        root.process(30, "a", 31, 0, 0, 1).process(31, "b", 30, 0, 0, 1);
        roots = Set.of(30L);

        assertThat(processes.ids()).containsExactlyInAnyOrder(30L, 31L);
    }

    @Test
    void cpu_isCoresBusySinceTheReadingBefore() {
        EngineCpuSensor sensor = cpuSensor();
        assertThat(sensor.read()).isEmpty();

        root.process(10, "engine", 1, 105, 55, 7).process(11, "child", 10, 15, 10, 8);
        time.passMillis(100);

        assertThat(sensor.read().get(ENGINE_CPU_RATIO)).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void cpu_ofAnotherProcessWithTheSameId_isNotTakenForProgress() {
        EngineCpuSensor sensor = cpuSensor();
        sensor.read();
        root.process(10, "other", 1, 9000, 0, 999).process(11, "child", 1, 9000, 0, 999);
        time.passMillis(100);

        assertThat(sensor.read().get(ENGINE_CPU_RATIO)).isZero();
        roots = Set.of(20L);
        assertThat(sensor.read()).isEmpty();
    }

    @Test
    void cpu_withoutAnEngine_isAbsentNotZero() {
        roots = Set.of();
        EngineCpuSensor sensor = cpuSensor();
        sensor.read();
        time.passMillis(100);

        assertThat(sensor.read()).isEmpty();
    }

    @Test
    void cpu_ofAnEngineThatIsGoneOrAZombie_isAbsentNotZero() {
        EngineCpuSensor sensor = cpuSensor();
        roots = Set.of(10L, 77L);
        sensor.read();
        root.file("proc/10/stat", "10 (engine) Z 1 1 1 0 -1 0 0 0 0 0 100 50 7 9 20 0 3 0 7 0 0\n")
                .without("proc/11/stat")
                .without("proc/12/stat");
        time.passMillis(100);

        assertThat(sensor.read()).isEmpty();
    }

    @Test
    void memory_isTheSumOverTheTree() {
        assertThat(memorySensor().read()).isEqualTo(Map.of(ENGINE_PSS_BYTES, 1230.0 * 1024));
    }

    @Test
    void memory_costlyReading_isRepeatedOnlyAfterARest() {
        EngineMemorySensor sensor = memorySensor(processes, 5);
        assertThat(sensor.read()).isNotEmpty();

        time.passMillis(1999);
        assertThat(sensor.read()).isEmpty();
        time.passMillis(2);
        assertThat(sensor.read()).isNotEmpty();
    }

    @Test
    void memory_ofANewEngine_isReadAtOnce() {
        EngineMemorySensor sensor = memorySensor(processes, 50);
        sensor.read();
        roots = Set.of(20L);

        assertThat(sensor.read()).isEqualTo(Map.of(ENGINE_PSS_BYTES, 4.0 * 1024));
    }

    @Test
    void memory_ofAProcessThatEnded_isLeftOut() {
        root.without("proc/12/smaps_rollup").without("proc/12/stat");

        assertThat(memorySensor().read()).isEqualTo(Map.of(ENGINE_PSS_BYTES, 1200.0 * 1024));
    }

    @Test
    void memory_thatCannotBeReadOfALivingProcess_leavesNoSumAtAll() {
        root.without("proc/12/smaps_rollup");

        assertThatThrownBy(memorySensor()::read).hasMessageContaining("process 12");
    }

    @Test
    void memory_withoutAnEngine_isAbsentNotZero() {
        roots = Set.of();
        assertThat(memorySensor().read()).isEmpty();
        roots = Set.of(99L);
        assertThat(memorySensor().read()).isEmpty();
    }

    private EngineCpuSensor cpuSensor() {
        return new EngineCpuSensor(directory.resolve("proc"), processes, time);
    }

    private EngineMemorySensor memorySensor() {
        return memorySensor(processes, 0);
    }

    /** @param costMillis CPU time that one reading appears to take */
    private EngineMemorySensor memorySensor(EngineProcesses tree, long costMillis) {
        Clocks clocks = new Clocks(time, () -> cpuTime.passMillis(costMillis).getAsLong());
        return new EngineMemorySensor(directory.resolve("proc"), tree, clocks);
    }
}
