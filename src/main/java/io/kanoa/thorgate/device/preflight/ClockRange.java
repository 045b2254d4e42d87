package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Between which frequencies a clock may move.
 *
 * @param name {@code GPU} or {@code CPU}
 * @param lowest in MHz
 * @param highest in MHz
 */
record ClockRange(String name, long lowest, long highest) {

    /** Of Thor {@code gpu-gpc-0}; of Orin {@code 17000000.gpu} or its chip's name. */
    private static final Predicate<String> GPU =
            Pattern.compile("gpu-gpc-\\d+|.*\\.(gpu|ga10b|gv11b|gp10b)").asMatchPredicate();

    private static final long HZ_PER_MHZ = 1_000_000;
    private static final long KHZ_PER_MHZ = 1_000;

    /** The GPU's and the processors' clocks, as far as they can be read. */
    static List<ClockRange> read(MachineFiles files) {
        Stream<Optional<ClockRange>> gpus = files.names("sys/class/devfreq", "*").stream()
                .filter(GPU)
                .map(name -> "sys/class/devfreq/" + name)
                .map(device -> of("GPU", files, device + "/min_freq", device + "/max_freq", HZ_PER_MHZ));
        Stream<Optional<ClockRange>> cpus = files.names("sys/devices/system/cpu", "cpu[0-9]*").stream()
                .map(name -> "sys/devices/system/cpu/" + name + "/cpufreq/scaling_")
                .map(start -> of("CPU", files, start + "min_freq", start + "max_freq", KHZ_PER_MHZ));
        return Stream.concat(gpus, cpus)
                .flatMap(Optional::stream)
                .distinct()
                .sorted((a, b) -> b.name().compareTo(a.name()))
                .toList();
    }

    /** Whether the clock cannot move, as after {@code jetson_clocks}. */
    boolean isPinned() {
        return lowest == highest;
    }

    @Override
    public String toString() {
        return name + " " + (isPinned() ? "" : lowest + " to ") + highest + " MHz";
    }

    private static Optional<ClockRange> of(String name, MachineFiles files, String low, String high, long perMhz) {
        return number(files, low)
                .flatMap(lowest ->
                        number(files, high).map(highest -> new ClockRange(name, lowest / perMhz, highest / perMhz)));
    }

    private static Optional<Long> number(MachineFiles files, String file) {
        return files.line(file).filter(text -> text.matches("\\d{1,15}")).map(Long::valueOf);
    }
}
