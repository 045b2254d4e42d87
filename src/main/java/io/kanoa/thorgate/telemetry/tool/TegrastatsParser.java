package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.CPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.CPU_ONLINE_CORES;
import static io.kanoa.thorgate.telemetry.SampleChannels.CPU_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.EMC_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.EMC_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.RAM_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAP_USED_BYTES;

import io.kanoa.thorgate.telemetry.RailPower;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands a line of tegrastats, of Orin or Thor, with or without the date before it. Of a power figure only the current
 * value counts: the tool's averages are not to be trusted. Each field may be missing.
 */
final class TegrastatsParser implements LineParser {

    private static final Pattern RAM = field("RAM (\\d{1,9})/\\d{1,9}MB");
    private static final Pattern SWAP = field("SWAP (\\d{1,9})/\\d{1,9}MB");
    private static final Pattern CPU = field("CPU \\[([^\\]\\[]{1,4000})\\]");
    private static final Pattern CORE = Pattern.compile("(\\d{1,3})%@(\\d{1,6})");
    private static final Pattern EMC = field("EMC_FREQ (?:(\\d{1,3})%)?(?:@(\\d{1,6}))?");
    private static final Pattern GPU = field("GR3D_FREQ (?:(\\d{1,3})%)?(?:@\\[?(\\d{1,6}(?:,\\d{1,6})*+)\\]?)?");
    private static final Pattern TEMPERATURE =
            field("([A-Za-z][A-Za-z0-9_.-]{0,40})@(-?\\d{1,4}(?:\\.\\d{1,6})?)C(?:/-?\\d{1,4}(?:\\.\\d{1,6})?C?)?");
    private static final Pattern RAIL = field("([A-Z][A-Z0-9_]{0,40}) (\\d{1,9})mW(?:/\\d{1,9}mW){0,2}");

    /** More than any board has: what is there for ever must stay bounded. */
    private static final int MOST_RAILS = 64;

    private static final double MEBI = 1 << 20;
    private static final double MEGA = 1e6;
    private static final double MILLI = 1e-3;
    private static final double PERCENT = 1e-2;
    private static final double COLDEST = -40;

    private Set<String> knownRails = Set.of();

    @Override
    public Map<String, Double> parse(String line) {
        Map<String, Double> values = new HashMap<>();
        put(values, RAM_USED_BYTES, RAM, line, 1, MEBI);
        put(values, SWAP_USED_BYTES, SWAP, line, 1, MEBI);
        put(values, EMC_LOAD_RATIO, EMC, line, 1, PERCENT);
        put(values, EMC_CLOCK_HZ, EMC, line, 2, MEGA);
        put(values, GPU_LOAD_RATIO, GPU, line, 1, PERCENT);
        put(values, GPU_CLOCK_HZ, GPU, line, 2, MEGA);
        putCores(values, line);
        putTemperatures(values, line);
        values.putAll(rails(line));
        return values;
    }

    private static void put(
            Map<String, Double> values, String channel, Pattern pattern, String line, int group, double factor) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find() && matcher.group(group) != null) {
            values.put(channel, meanOf(matcher.group(group)) * factor);
        }
    }

    private static void putCores(Map<String, Double> values, String line) {
        Matcher cpu = CPU.matcher(line);
        if (!cpu.find()) {
            return;
        }
        List<Matcher> cores = Stream.of(cpu.group(1).split(","))
                .map(core -> CORE.matcher(core.strip()))
                .filter(Matcher::matches)
                .toList();
        if (!cores.isEmpty()) {
            values.put(CPU_ONLINE_CORES, (double) cores.size());
            values.put(CPU_RATIO, mean(cores, 1) * PERCENT);
            values.put(CPU_CLOCK_HZ, mean(cores, 2) * MEGA);
        }
    }

    /** Some releases show -256 C for a part that is off. */
    private static void putTemperatures(Map<String, Double> values, String line) {
        TEMPERATURE.matcher(line).results().forEach(match -> {
            double celsius = Double.parseDouble(match.group(2));
            if (celsius >= COLDEST) {
                values.put(SampleChannels.temperatureC(match.group(1)), celsius);
            }
        });
    }

    /** A rail that was there before and is not now leaves no sum: it would be too small. */
    private Map<String, Double> rails(String line) {
        Map<String, Double> watts = new TreeMap<>();
        knownRails.forEach(rail -> watts.put(rail, Double.NaN));
        RAIL.matcher(line)
                .results()
                .filter(match -> watts.size() < MOST_RAILS || watts.containsKey(match.group(1)))
                .forEach(match -> watts.put(match.group(1), Double.parseDouble(match.group(2)) * MILLI));
        knownRails = Set.copyOf(watts.keySet());
        return RailPower.channels(watts);
    }

    private static double mean(List<Matcher> matches, int group) {
        return matches.stream()
                .map(MatchResult.class::cast)
                .mapToDouble(match -> Double.parseDouble(match.group(group)))
                .average()
                .orElse(Double.NaN);
    }

    private static double meanOf(String numbers) {
        return Arrays.stream(numbers.split(","))
                .mapToDouble(Double::parseDouble)
                .average()
                .orElse(Double.NaN);
    }

    /** A field stands between blanks, so that {@code VIN} is not found in {@code VIN_SYS_5V0}. */
    private static Pattern field(String regex) {
        return Pattern.compile("(?<!\\S)" + regex + "(?!\\S)");
    }
}
