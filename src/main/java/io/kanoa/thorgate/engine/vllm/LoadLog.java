package io.kanoa.thorgate.engine.vllm;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What vLLM's log tells of loading weights.
 *
 * @param weightsNanos 0 where it tells nothing, as with dummy weights on a CPU
 */
record LoadLog(long weightsNanos) {

    /** Reading alone; of several processes the slowest counts. */
    private static final Pattern READ = Pattern.compile("Loading weights took (\\d+(?:\\.\\d+)?) seconds");

    /** Reading and all that is done to the weights afterwards. */
    private static final Pattern LOADED = Pattern.compile("Model loading took .{0,60}?(\\d+(?:\\.\\d+)?) seconds");

    /** Prefers the figure that covers more. */
    static LoadLog read(List<String> log) {
        double seconds = slowest(LOADED, log).orElse(slowest(READ, log).orElse(0));
        return new LoadLog(Math.round(seconds * 1e9));
    }

    private static OptionalDouble slowest(Pattern pattern, List<String> log) {
        return log.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .max();
    }
}
