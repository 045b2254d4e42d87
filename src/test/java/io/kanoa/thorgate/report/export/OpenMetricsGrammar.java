package io.kanoa.thorgate.report.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of OpenMetrics 1.0 as far as gauges, infos and state sets go, strictly. */
final class OpenMetricsGrammar {

    private static final Pattern META = Pattern.compile("# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:" + LABEL + "(?:," + LABEL + ")*)?\\})? (-?[0-9][0-9.eE+-]*)");
    private static final Map<String, String> SUFFIX = Map.of("gauge", "", "stateset", "", "info", "_info");

    private final Map<String, String> types = new HashMap<>();
    private final Set<String> samples = new HashSet<>();
    private String family = "";

    private OpenMetricsGrammar() {}

    /** @throws IllegalArgumentException that names the first line which breaks a rule */
    static void check(String text) {
        demand(text.endsWith("\n"), "no line feed at the end");
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        demand(lines.get(lines.size() - 1).equals("# EOF"), "does not end in # EOF");
        OpenMetricsGrammar grammar = new OpenMetricsGrammar();
        Iterator<String> body = lines.subList(0, lines.size() - 1).iterator();
        body.forEachRemaining(grammar::line);
    }

    private void line(String line) {
        Matcher meta = META.matcher(line);
        if (meta.matches()) {
            meta(meta.group(1), meta.group(2), meta.group(3), line);
        } else {
            sample(line);
        }
    }

    private void meta(String kind, String name, String value, String line) {
        if (kind.equals("TYPE")) {
            demand(types.put(name, value) == null, "a second family: " + line);
            family = name;
        }
        demand(name.equals(family), "out of its family: " + line);
        demand(!kind.equals("UNIT") || name.endsWith("_" + value), "the unit does not end the name: " + line);
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        demand(sample.matches(), "no sample: " + line);
        String suffix = SUFFIX.getOrDefault(types.get(family), "?");
        demand(sample.group(1).equals(family + suffix), "out of its family: " + line);
        demand(samples.add(sample.group(1) + sample.group(2)), "twice: " + line);
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
