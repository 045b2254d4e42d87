package io.kanoa.thorgate.telemetry.machine;

import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.OneSource;
import io.kanoa.thorgate.telemetry.Sampler;
import io.kanoa.thorgate.telemetry.Sensor;
import io.kanoa.thorgate.telemetry.tool.ToolSensors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The sensors that work on a machine, and what is missing.
 *
 * @param sensors to be given to a sampler, which closes them
 * @param absent what this machine has no sensor for and why, one sentence each
 */
public record MachineSensors(List<Sensor> sensors, List<String> absent) {

    /** The kernel's counters since boot lose nothing by being read more rarely. */
    private static final Duration COUNTERS = Duration.ofMillis(500);

    private static final Set<String> OF_POWER = Set.of("rapl", "hwmon", "tegrastats", "nvidia-smi", "nvtop");

    public MachineSensors {
        sensors = List.copyOf(sensors);
        absent = List.copyOf(absent);
    }

    /** As {@link #available(Path, Supplier, Duration)}, for a sampler at its default period. */
    public static MachineSensors available(Path root, Supplier<Collection<Long>> enginePids) {
        return available(root, enginePids, Sampler.DEFAULT_PERIOD);
    }

    /**
     * Looks for sensors. Nothing fails where there are none. The tools among them run from now on, until the sensors are
     * closed; where the root is not the real one none is started, because they would speak of the real machine.
     *
     * @param root of the file system, {@code /}; tests give a directory with files like those of another machine
     * @param enginePids the engines' first processes at the time of the call; asked at each reading, from the sampler's
     *     thread
     * @param period at which the sensors will be read
     */
    public static MachineSensors available(Path root, Supplier<Collection<Long>> enginePids, Duration period) {
        Clocks clocks = Clocks.ofTheSystem();
        EngineProcesses engine = new EngineProcesses(root.resolve("proc"), enginePids, clocks);
        List<Detection> detections = new ArrayList<>();
        detections.add(KernelFileSensor.meminfo(root));
        detections.add(
                KernelFileSensor.vmstat(root).map(sensor -> new SpacedSensor(sensor, COUNTERS, clocks.nanoTime())));
        detections.add(CpuSensor.detect(root));
        detections.addAll(EngineSensors.detect(root, engine, clocks));
        detections.add(RaplSensor.detect(root, clocks.nanoTime()));
        detections.add(HwmonSensor.detect(root));
        detections.add(ThermalSensor.detect(root));
        detections.addAll(tools(root, period, engine));
        return of(detections);
    }

    /** A sensor of the machine's memory, for readings out of turn; empty where there is none. */
    public static Optional<Sensor> memory(Path root) {
        return Optional.ofNullable(KernelFileSensor.meminfo(root).sensor());
    }

    /** Whether one of the sensors is of a kind that gives power. */
    public boolean mayGivePower() {
        return sensors.stream().anyMatch(sensor -> OF_POWER.contains(sensor.name()));
    }

    private static List<Detection> tools(Path root, Duration period, EngineProcesses engine) {
        return root.equals(root.getRoot())
                ? ToolSensors.detect(period, engine::ids)
                : List.of(Detection.absent("no tool is used as a sensor: " + root + " is made up for a test"));
    }

    /** Where two sensors give the same channel, the one that was found first keeps it: files before tools. */
    private static MachineSensors of(List<Detection> detections) {
        Stream<Sensor> sensors = detections.stream().flatMap(d -> Stream.ofNullable(d.sensor()));
        Stream<String> absent = detections.stream().map(Detection::absence).filter(text -> !text.isEmpty());
        return new MachineSensors(OneSource.among(sensors.toList()), absent.toList());
    }
}
