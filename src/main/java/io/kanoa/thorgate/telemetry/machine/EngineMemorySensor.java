package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_PSS_BYTES;

import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Proportional set size of the engines' processes, from {@code /proc/PID/smaps_rollup}. The kernel walks the whole page
 * table for one figure and holds up the engine meanwhile, so the larger the engine, the rarer the reading: it takes no
 * more than 1/400 of one core, and there is one at once when an engine comes or goes. Readings in between give nothing. One process that cannot be read leaves no figure
 * at all, because a sum without it would be too small.
 */
final class EngineMemorySensor implements Sensor {

    private static final long REST_PER_READING = 400;

    private final EngineProcesses processes;
    private final TreeMemory memory;
    private final Pace pace;
    private Readings latest = new Readings();

    EngineMemorySensor(Path proc, EngineProcesses processes, Clocks clocks) {
        this.processes = processes;
        this.memory = new TreeMemory(proc);
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
        memory.sum(processes.ids()).ifPresent(bytes -> latest.value(ENGINE_PSS_BYTES, bytes));
    }
}
