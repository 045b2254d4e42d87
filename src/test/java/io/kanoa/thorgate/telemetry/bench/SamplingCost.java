package io.kanoa.thorgate.telemetry.bench;

import com.sun.management.ThreadMXBean;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.Sampler;
import io.kanoa.thorgate.telemetry.machine.MachineSensors;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Measures what sampling costs on this machine: all sensors that work here, ten times a second, with this JVM standing for
 * the engine. Started by hand after {@code mvn test-compile}, with the seconds to run (default 60) as argument:
 *
 * <pre>java -cp target/classes:target/test-classes io.kanoa.thorgate.telemetry.bench.SamplingCost 60</pre>
 *
 * (with nvtop as the only GPU tool, Jackson belongs on the class path too). Logs the CPU time and the garbage of the
 * sampling threads after a warm-up of a sixth of the time, as share of one core and bytes a second.
 */
final class SamplingCost {

    private static final System.Logger LOG = System.getLogger(SamplingCost.class.getName());
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SamplingCost() {}

    public static void main(String[] arguments) throws InterruptedException {
        long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
        long ownPid = ProcessHandle.current().pid();
        MachineSensors machine = MachineSensors.available(Path.of("/"), () -> Set.of(ownPid));
        try (Sampler sampler = Sampler.start(machine.sensors())) {
            rest(Duration.ofMillis(seconds * 1000 / 6));
            long start = System.nanoTime();
            Use before = Use.now();
            rest(Duration.ofSeconds(seconds));
            report(machine, sampler, Use.now().since(before), start, System.nanoTime());
        }
    }

    private static void report(MachineSensors machine, Sampler sampler, Use use, long start, long end) {
        double seconds = (end - start) / 1e9;
        List<Sample> samples = sampler.between(start, end);
        long channels = samples.stream()
                .flatMap(s -> s.values().keySet().stream())
                .distinct()
                .count();
        LOG.log(
                Level.INFO,
                "sensors: {0}",
                samples.stream().map(Sample::sensor).distinct().toList());
        LOG.log(Level.INFO, "absent: {0}", machine.absent());
        LOG.log(Level.INFO, "failures: {0}", sampler.failures());
        LOG.log(
                Level.INFO,
                String.format(
                        "%.1f samples/s, %d channels, %d ticks dropped; %.3f %% of one core, %.0f bytes/s allocated",
                        samples.size() / seconds,
                        channels,
                        sampler.droppedTicks(),
                        100 * use.cpuNanos() / 1e9 / seconds,
                        use.bytes() / seconds));
    }

    private static void rest(Duration duration) throws InterruptedException {
        new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the sampling threads have used so far. */
    private record Use(long cpuNanos, long bytes) {

        static Use now() {
            long[] ids = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                    .filter(Objects::nonNull)
                    .filter(thread -> thread.getThreadName().startsWith("thor-gate-"))
                    .mapToLong(thread -> thread.getThreadId())
                    .toArray();
            return new Use(
                    Arrays.stream(THREADS.getThreadCpuTime(ids)).sum(),
                    Arrays.stream(THREADS.getThreadAllocatedBytes(ids)).sum());
        }

        Use since(Use before) {
            return new Use(cpuNanos - before.cpuNanos, bytes - before.bytes);
        }
    }
}
