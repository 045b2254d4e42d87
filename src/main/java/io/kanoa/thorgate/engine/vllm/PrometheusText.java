package io.kanoa.thorgate.engine.vllm;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metrics in Prometheus' text format, summed over their labels: a server with several engines has one series for each.
 * Untrusted text; lines that are no sample are passed over.
 */
final class PrometheusText {

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{.*\\})?[ \\t]+(-?[0-9][0-9.eE+-]*)(?:[ \\t]+-?[0-9]+)?");

    private PrometheusText() {}

    /** Values by name; those that are no finite number, or have one that is none, are left out. */
    static Map<String, Double> sums(String text) {
        Map<String, Double> sums = new HashMap<>();
        text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(sample -> add(sample, sums));
        sums.values().removeIf(sum -> !Double.isFinite(sum));
        return sums;
    }

    private static void add(Matcher sample, Map<String, Double> sums) {
        try {
            sums.merge(sample.group(1), Double.valueOf(sample.group(2)), Double::sum);
        } catch (NumberFormatException e) {
            // Not a number after all, such as 1.2.3: no sample.
            return;
        }
    }
}
