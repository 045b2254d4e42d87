package io.kanoa.thorgate.telemetry.machine;

import io.kanoa.thorgate.telemetry.Detection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The sensors of the engines' own processes. */
final class EngineSensors {

    /** The kernel counts CPU time in steps of 10 ms, so that shorter spans would be coarse. */
    private static final Duration CPU_TIMES = Duration.ofMillis(200);

    private EngineSensors() {}

    static List<Detection> detect(Path root, EngineProcesses processes, Clocks clocks) {
        Path proc = root.resolve("proc");
        return List.of(cpu(proc, processes, clocks), memory(proc, processes, clocks));
    }

    private static Detection cpu(Path proc, EngineProcesses processes, Clocks clocks) {
        return Files.isReadable(proc.resolve("self/stat"))
                ? Detection.of(new SpacedSensor(
                        new EngineCpuSensor(proc, processes, clocks.nanoTime()), CPU_TIMES, clocks.nanoTime()))
                : Detection.absent("no sensor of the engine's CPU time: " + proc + " shows no processes");
    }

    private static Detection memory(Path proc, EngineProcesses processes, Clocks clocks) {
        return Files.isReadable(proc.resolve("self/smaps_rollup"))
                ? Detection.of(new EngineMemorySensor(proc, processes, clocks))
                : Detection.absent("no sensor of the engine's memory: " + proc + " shows no smaps_rollup");
    }
}
