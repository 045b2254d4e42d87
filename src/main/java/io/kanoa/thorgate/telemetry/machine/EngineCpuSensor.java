package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_CPU_RATIO;

import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Cores that the engines' processes kept busy since the reading before. A process counts from the second reading that
 * sees it. The kernel counts in steps of 10 ms, so single readings are coarse and their mean is not.
 */
final class EngineCpuSensor implements Sensor {

    private final EngineProcesses processes;
    private final ProcessStats stats;
    private final LongSupplier nanoTime;
    private Map<Long, ProcessStat> before = Map.of();
    private long beforeNanos;

    EngineCpuSensor(Path proc, EngineProcesses processes, LongSupplier nanoTime) {
        this.processes = processes;
        this.stats = new ProcessStats(proc);
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return "engine_cpu";
    }

    @Override
    public Map<String, Double> read() {
        long now = nanoTime.getAsLong();
        Map<Long, ProcessStat> present = present();
        double cores = ticksSince(present) / ProcessStat.TICKS_PER_SECOND / ((now - beforeNanos) / 1e9);
        before = present;
        beforeNanos = now;
        return new Readings().value(ENGINE_CPU_RATIO, cores).map();
    }

    private Map<Long, ProcessStat> present() {
        Map<Long, ProcessStat> present = new HashMap<>();
        processes.ids().forEach(pid -> stats.of(pid).ifPresent(stat -> present.put(pid, stat)));
        return present;
    }

    /** NaN where no process was there at both readings. */
    private double ticksSince(Map<Long, ProcessStat> present) {
        return present.entrySet().stream()
                .filter(e -> isKnown(e.getKey(), e.getValue()))
                .mapToDouble(e -> Math.max(0, e.getValue().cpuTicks() - cpuTicksBefore(e.getKey())))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    private boolean isKnown(long pid, ProcessStat stat) {
        ProcessStat then = before.get(pid);
        return then != null && then.startTicks() == stat.startTicks();
    }

    private long cpuTicksBefore(long pid) {
        return Objects.requireNonNull(before.get(pid)).cpuTicks();
    }
}
