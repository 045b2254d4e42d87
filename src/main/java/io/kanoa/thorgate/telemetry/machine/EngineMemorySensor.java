package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_PSS_BYTES;

import io.kanoa.thorgate.telemetry.Sensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Proportional set size of the engines' processes, from {@code /proc/PID/smaps_rollup}. The kernel walks the whole page
 * table for one figure and holds up the engine meanwhile, so the larger the engine, the rarer the reading: it takes no
 * more than 1/400 of one core, and there is one at once when an engine comes or goes. Readings in between give nothing. One process that cannot be read leaves no figure
 * at all, because a sum without it would be too small.
 */
final class EngineMemorySensor implements Sensor {

    private static final long KIB = 1024;
    private static final long REST_PER_READING = 400;

    private final KernelTable rollup = new KernelTable("Pss:");
    private final EngineProcesses processes;
    private final ProcessStats stats;
    private final Path proc;
    private final Pace pace;
    private Readings latest = new Readings();

    EngineMemorySensor(Path proc, EngineProcesses processes, Clocks clocks) {
        this.proc = proc;
        this.processes = processes;
        this.stats = new ProcessStats(proc);
        this.pace = new Pace(clocks, REST_PER_READING, 0);
    }

    @Override
    public String name() {
        return "engine_memory";
    }

    @Override
    public Map<String, Double> read() {
        latest = new Readings();
        pace.run(processes.roots(), this::sum);
        return latest.map();
    }

    @Override
    public Duration rest() {
        return pace.rest();
    }

    private void sum() {
        processes.ids().stream()
                .flatMap(pid -> pss(pid).stream())
                .reduce(Long::sum)
                .ifPresent(bytes -> latest.value(ENGINE_PSS_BYTES, bytes));
    }

    private Optional<Long> pss(long pid) {
        try {
            rollup.read(proc.resolve(Long.toString(pid)).resolve("smaps_rollup"));
        } catch (IOException e) {
            if (stats.of(pid).isPresent()) {
                throw new UncheckedIOException("cannot read the memory of the engine's process " + pid, e);
            }
            return Optional.empty();
        }
        return rollup.value(0) == TextFile.ABSENT ? Optional.empty() : Optional.of(rollup.value(0) * KIB);
    }
}
