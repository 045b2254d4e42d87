package io.kanoa.thorgate.report.ci;

import io.kanoa.thorgate.report.Figures;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run beside an earlier one: figures without a judgement, which is the history's. Two runs with another fingerprint are not
 * compared; what differs is named.
 */
record BeforeAfter(RunFile before, RunFile after) {

    String text() {
        String differing = differing();
        if (!differing.isEmpty()) {
            return "Not compared with the run of " + Markdown.text(before.text("started")) + ": " + differing + "\n";
        }
        Map<String, RunLine> earlier = before.lines().stream()
                .collect(Collectors.toMap(BeforeAfter::key, Function.identity(), (one, other) -> one));
        String rows = after.lines().stream()
                .map(line -> row(Optional.ofNullable(earlier.get(key(line))), line))
                .collect(Collectors.joining());
        return "Beside the run of " + Markdown.text(before.text("started")) + " on this device:\n\n"
                + Markdown.head("row", "target", "before", "after", "change", "verdict") + rows;
    }

    private String differing() {
        Map<String, String> one = before.fingerprint();
        Map<String, String> other = after.fingerprint();
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(key -> !one.getOrDefault(key, "").equals(other.getOrDefault(key, "")))
                .map(key -> Markdown.text(key + " was " + one.getOrDefault(key, "not known") + " and is "
                        + other.getOrDefault(key, "not known")))
                .collect(Collectors.joining("; "));
    }

    private static String key(RunLine line) {
        return line.row() + " " + line.target();
    }

    private static String row(Optional<RunLine> earlier, RunLine line) {
        String verdict = earlier.filter(old -> !old.verdict().equals(line.verdict()))
                .map(old -> old.verdict() + " -> " + line.verdict())
                .orElse(line.verdict());
        return Markdown.row(Stream.of(
                        line.row(),
                        line.target(),
                        earlier.map(RunLine::measured).orElse(Figures.UNKNOWN),
                        line.measured(),
                        earlier.map(old -> change(old, line)).orElse(""),
                        verdict)
                .map(Markdown::text)
                .toList());
    }

    private static String change(RunLine old, RunLine now) {
        boolean both = old.value().isPresent()
                && now.value().isPresent()
                && old.value().getAsDouble() != 0;
        return both
                ? String.format(
                        Locale.ROOT,
                        "%+.1f %%",
                        (now.value().getAsDouble() / old.value().getAsDouble() - 1) * 100)
                : "";
    }
}
