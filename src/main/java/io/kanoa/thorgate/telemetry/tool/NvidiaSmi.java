package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;

import io.kanoa.thorgate.device.tool.OneShot;
import io.kanoa.thorgate.telemetry.Detection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out what the nvidia-smi of this machine can tell, and listens to it. */
final class NvidiaSmi {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String ALWAYS = "index,utilization.gpu,memory.used,temperature.gpu,clocks.current.sm";

    /** The tool refuses a query as a whole if it does not know one field; older drivers know fewer. */
    private static final List<String> QUERIES = List.of(
            ALWAYS + ",power.draw.instant,clocks_event_reasons.active",
            ALWAYS + ",power.draw.instant,clocks_throttle_reasons.active",
            ALWAYS + ",clocks_throttle_reasons.active");

    private final Path program;
    private final Duration period;

    NvidiaSmi(Path program, Duration period) {
        this.program = program;
        this.period = period;
    }

    Detection detect() {
        OneShot answer = new OneShot(false, "");
        for (String query : QUERIES) {
            answer = OneShot.run(command(query), LIMIT);
            if (answer.isDone()) {
                return listening(query, GpuValues.combined(gpus(answer.text())));
            }
        }
        return Detection.absent("no GPU sensor: " + program + " fails (" + answer.firstLine() + ")");
    }

    private Detection listening(String query, Map<String, Double> values) {
        if (values.isEmpty()) {
            return Detection.absent("no GPU sensor: " + program + " gives no figures");
        }
        List<String> command = Stream.concat(
                        command(query).stream(), Stream.of("-lms", Long.toString(period.toMillis())))
                .toList();
        LineSensor sensor = LineSensor.start("nvidia-smi", command, new NvidiaSmiParser(), period);
        return values.containsKey(GPU_POWER_W)
                ? Detection.of(sensor)
                : Detection.partly(sensor, "no GPU power sensor: " + program + " gives no power.draw.instant");
    }

    private List<String> command(String query) {
        return List.of(program.toString(), "--query-gpu=" + query, "--format=csv");
    }

    private static List<Map<String, Double>> gpus(String text) {
        GpuColumns columns = GpuColumns.of(text.lines().findFirst().orElse(""));
        return text.lines()
                .skip(1)
                .flatMap(line -> columns.read(line).stream())
                .map(GpuLine::values)
                .toList();
    }
}
