package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_GPU_MEMORY_BYTES;

import io.kanoa.thorgate.device.tool.OneShot;
import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Memory that the engines' processes hold on GPUs, by the driver's own count of each process. Gives nothing where the
 * driver lists none of them, or does not tell the memory of one: a sum without it would be too small.
 */
final class EngineGpuMemorySensor implements Sensor {

    /** Memory moves slowly, and each look costs the driver a walk over all processes. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final List<String> QUERY =
            List.of("--query-compute-apps=gpu_uuid,pid,used_gpu_memory", "--format=csv");

    private final LineSensor lines;
    private final Supplier<Set<Long>> engine;

    private EngineGpuMemorySensor(LineSensor lines, Supplier<Set<Long>> engine) {
        this.lines = lines;
        this.engine = engine;
    }

    /**
     * Starts listening where nvidia-smi can tell the memory of processes.
     *
     * @param engine ids of all processes of the engines
     */
    static Detection detect(Path nvidiaSmi, Supplier<Set<Long>> engine) {
        OneShot answer = OneShot.run(command(nvidiaSmi, List.of()), LIMIT);
        if (!answer.isDone() || !ComputeAppsParser.isHeader(answer.firstLine())) {
            return Detection.absent("no sensor of the engine's GPU memory: " + nvidiaSmi
                    + " does not tell the memory of processes (" + answer.firstLine() + ")");
        }
        List<String> command = command(nvidiaSmi, List.of("-lms", Long.toString(PERIOD.toMillis())));
        return Detection.of(new EngineGpuMemorySensor(
                LineSensor.start("nvidia-smi-processes", command, new ComputeAppsParser(), PERIOD), engine));
    }

    @Override
    public String name() {
        return lines.name();
    }

    /** @throws IllegalStateException if nvidia-smi has ended */
    @Override
    public Map<String, Double> read() {
        Map<String, Double> processes = lines.read();
        List<Double> own = engine.get().stream()
                .flatMap(pid -> Stream.ofNullable(processes.get(Long.toString(pid))))
                .toList();
        double sum = own.stream().mapToDouble(Double::doubleValue).sum();
        return own.isEmpty() || Double.isNaN(sum) ? Map.of() : Map.of(ENGINE_GPU_MEMORY_BYTES, sum);
    }

    @Override
    public void close() {
        lines.close();
    }

    private static List<String> command(Path nvidiaSmi, List<String> more) {
        return Stream.of(List.of(nvidiaSmi.toString()), QUERY, more)
                .flatMap(List::stream)
                .toList();
    }
}
