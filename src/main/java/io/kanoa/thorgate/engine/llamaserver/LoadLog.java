package io.kanoa.thorgate.engine.llamaserver;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a server loaded its weights, as its log tells: its lines begin with the time since the start of the program.
 *
 * @param begunNanos since the start; empty where the log does not tell
 * @param doneNanos since the start, context and warm-up included; empty where the log does not tell
 */
record LoadLog(OptionalLong begunNanos, OptionalLong doneNanos) {

    private static final Pattern TIME = Pattern.compile("^(\\d{1,7})\\.(\\d\\d)\\.(\\d{3})\\.(\\d{3}) ");

    static LoadLog read(List<String> log) {
        return new LoadLog(timeOf("loading model", log), timeOf("model loaded", log));
    }

    boolean isTold() {
        return begunNanos.isPresent() && doneNanos.isPresent();
    }

    /** Duration of the loading; 0 where it is not told. */
    long weightsNanos() {
        return isTold() ? Math.max(0, doneNanos.getAsLong() - begunNanos.getAsLong()) : 0;
    }

    /** From the start of the program until the weights were there; 0 where it is not told. */
    long loadedNanos() {
        return doneNanos.orElse(0);
    }

    private static OptionalLong timeOf(String event, List<String> log) {
        return log.stream()
                .filter(line -> line.contains(event))
                .map(TIME::matcher)
                .filter(Matcher::find)
                .mapToLong(LoadLog::nanos)
                .findFirst();
    }

    /** Minutes, seconds, milliseconds, microseconds. */
    private static long nanos(Matcher time) {
        return Duration.ofMinutes(Long.parseLong(time.group(1)))
                .plusSeconds(Long.parseLong(time.group(2)))
                .plusMillis(Long.parseLong(time.group(3)))
                .plusNanos(Long.parseLong(time.group(4)) * 1_000)
                .toNanos();
    }
}
