package io.kanoa.thorgate.telemetry.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands {@code nvidia-smi --query-compute-apps=gpu_uuid,pid,used_gpu_memory --format=csv -lms N}: a header, then at
 * each tick one line a process and GPU, and none while no process computes. Gives bytes by process id, NaN for a process
 * whose memory the driver does not tell; the values of a tick are known once the next one begins, with a process that has
 * spoken already.
 */
final class ComputeAppsParser implements LineParser {

    private static final Pattern SEPARATOR = Pattern.compile(", ");
    private static final Pattern PROCESS = Pattern.compile("[1-9]\\d{0,9}");
    private static final Pattern MEMORY = Pattern.compile("(\\d{1,9}) MiB");
    /** More processes than compute at a time: a tick that never ends must stay bounded. */
    private static final int MOST_SPEAKERS = 4096;

    private static final String PID = "pid";
    private static final String GPU = "gpu_uuid";
    private static final List<String> USED = List.of("used_gpu_memory [MiB]", "used_memory [MiB]");
    private static final double MIB = 1 << 20;

    private List<String> columns = List.of();
    private Set<List<String>> spoken = new HashSet<>();
    private Map<String, Double> tick = new HashMap<>();

    /** Whether a line names the columns that are needed. */
    static boolean isHeader(String line) {
        List<String> names = cells(line);
        return names.contains(PID) && names.stream().anyMatch(USED::contains);
    }

    @Override
    public Map<String, Double> parse(String line) {
        List<String> cells = cells(line);
        if (isHeader(line)) {
            columns = cells;
            return begin();
        }
        return isProcess(cells) ? add(cells) : Map.of();
    }

    private Map<String, Double> add(List<String> cells) {
        String pid = cells.get(columns.indexOf(PID));
        List<String> speaker = new ArrayList<>(List.of(pid));
        if (columns.contains(GPU)) {
            speaker.add(cells.get(columns.indexOf(GPU)));
        }
        Map<String, Double> ended = spoken.contains(speaker) ? begin() : Map.of();
        if (spoken.size() < MOST_SPEAKERS) {
            spoken.add(speaker);
            tick.merge(pid, used(cells), Double::sum);
        }
        return ended;
    }

    private Map<String, Double> begin() {
        Map<String, Double> ended = tick;
        tick = new HashMap<>();
        spoken = new HashSet<>();
        return ended;
    }

    private boolean isProcess(List<String> cells) {
        return !columns.isEmpty()
                && cells.size() == columns.size()
                && PROCESS.matcher(cells.get(columns.indexOf(PID))).matches();
    }

    private double used(List<String> cells) {
        int column = columns.indexOf(
                USED.stream().filter(columns::contains).findFirst().orElseThrow());
        Matcher memory = MEMORY.matcher(cells.get(column));
        return memory.matches() ? Long.parseLong(memory.group(1)) * MIB : Double.NaN;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(SEPARATOR.split(line, -1));
    }
}
