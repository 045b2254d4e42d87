package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.device.tool.SearchPath;
import io.kanoa.thorgate.telemetry.Detection;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The sensors that listen to tools of this machine. */
public final class ToolSensors {

    private final SearchPath path;
    private final Duration period;
    private final Supplier<Set<Long>> engine;

    ToolSensors(SearchPath path, Duration period, Supplier<Set<Long>> engine) {
        this.path = path;
        this.period = period;
        this.engine = engine;
    }

    /**
     * Looks for tools on the {@code PATH} and starts those that work; they end when their sensors are closed.
     *
     * @param period at which the sensors will be read
     * @param engine ids of all processes of the engines, asked from the thread that reads the sensors
     */
    public static List<Detection> detect(Duration period, Supplier<Set<Long>> engine) {
        return new ToolSensors(SearchPath.ofTheEnvironment(), period, engine).detect();
    }

    /** nvtop is the last resort: it costs a process a reading. */
    List<Detection> detect() {
        Detection tegrastats = path.find("tegrastats").map(this::tegrastats).orElse(missing("board", "tegrastats"));
        Detection nvidiaSmi = path.find("nvidia-smi")
                .map(program -> new NvidiaSmi(program, period).detect())
                .orElse(missing("GPU", "nvidia-smi"));
        return Stream.concat(Stream.of(tegrastats, nvidiaSmi), more(tegrastats, nvidiaSmi))
                .toList();
    }

    private Stream<Detection> more(Detection tegrastats, Detection nvidiaSmi) {
        if (nvidiaSmi.sensor() != null) {
            return path.find("nvidia-smi").stream().map(program -> EngineGpuMemorySensor.detect(program, engine));
        }
        return tegrastats.sensor() == null
                ? path.find("nvtop").stream().map(program -> Detection.of(NvtopSensor.start(program)))
                : Stream.empty();
    }

    private Detection tegrastats(Path program) {
        List<String> command = List.of(program.toString(), "--interval", Long.toString(period.toMillis()));
        try {
            return Detection.of(LineSensor.start("tegrastats", command, new TegrastatsParser(), period));
        } catch (UncheckedIOException e) {
            return Detection.absent("no board sensor: " + e.getMessage());
        }
    }

    private static Detection missing(String what, String program) {
        return Detection.absent("no " + what + " sensor: " + program + " is not on the PATH");
    }
}
