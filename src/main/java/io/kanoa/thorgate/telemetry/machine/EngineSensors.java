package io.kanoa.thorgate.telemetry.machine;

import io.kanoa.thorgate.telemetry.Detection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sensors of the engines' own processes. */
final class EngineSensors {

    private EngineSensors() {}

    static List<Detection> detect(Path root, EngineProcesses processes, Clocks clocks) {
        Path proc = root.resolve("proc");
        return List.of(cpu(proc, processes, clocks), memory(proc, processes, clocks));
    }

    private static Detection cpu(Path proc, EngineProcesses processes, Clocks clocks) {
        return Files.isReadable(proc.resolve("self/stat"))
                ? Detection.of(new EngineCpuSensor(proc, processes, clocks.nanoTime()))
                : Detection.absent("no sensor of the engine's CPU time: " + proc + " shows no processes");
    }

    private static Detection memory(Path proc, EngineProcesses processes, Clocks clocks) {
        return Files.isReadable(proc.resolve("self/smaps_rollup"))
                ? Detection.of(new EngineMemorySensor(proc, processes, clocks))
                : Detection.absent("no sensor of the engine's memory: " + proc + " shows no smaps_rollup");
    }
}
