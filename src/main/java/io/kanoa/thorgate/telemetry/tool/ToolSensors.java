package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.device.tool.SearchPath;
import io.kanoa.thorgate.telemetry.Detection;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sensors that listen to tools of this machine. */
public final class ToolSensors {

    private final SearchPath path;
    private final Duration period;

    ToolSensors(SearchPath path, Duration period) {
        this.path = path;
        this.period = period;
    }

    /**
     * Looks for tools on the {@code PATH} and starts those that work; they end when their sensors are closed.
     *
     * @param period at which the sensors will be read
     */
    public static List<Detection> detect(Duration period) {
        return new ToolSensors(SearchPath.ofTheEnvironment(), period).detect();
    }

    /** nvtop is the last resort: it costs a process a reading. */
    List<Detection> detect() {
        Detection tegrastats = path.find("tegrastats").map(this::tegrastats).orElse(missing("board", "tegrastats"));
        Detection nvidiaSmi = path.find("nvidia-smi")
                .map(program -> new NvidiaSmi(program, period).detect())
                .orElse(missing("GPU", "nvidia-smi"));
        Optional<Path> nvtop = path.find("nvtop");
        return tegrastats.sensor() == null && nvidiaSmi.sensor() == null && nvtop.isPresent()
                ? List.of(tegrastats, nvidiaSmi, Detection.of(NvtopSensor.start(nvtop.get())))
                : List.of(tegrastats, nvidiaSmi);
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
