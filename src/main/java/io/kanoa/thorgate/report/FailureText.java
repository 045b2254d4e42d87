package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests of a row that failed, with what the first of each kind met. */
public final class FailureText {

    private FailureText() {}

    /** One warning for each way in which requests of the user in the foreground, and of the background, failed. */
    static List<String> warnings(RowResult result) {
        return result.evidence().map(FailureText::of).orElse(List.of());
    }

    /** As {@link #warnings}, of the evidence alone. Untrusted text. */
    public static List<String> of(Evidence evidence) {
        return Stream.concat(
                        failures("requests", foreground(evidence).toList()),
                        failures("background requests", evidence.background()))
                .toList();
    }

    private static Stream<String> failures(String what, List<Timeline> answers) {
        Map<Outcome.Kind, List<Outcome>> failed = answers.stream()
                .map(Timeline::outcome)
                .filter(outcome -> !outcome.isCompleted())
                .collect(Collectors.groupingBy(Outcome::kind, LinkedHashMap::new, Collectors.toList()));
        return failed.values().stream()
                .map(outcomes -> outcomes.size() + " of " + answers.size() + " " + what + " failed, "
                        + outcomes.get(0).kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                        + outcomes.get(0).detail());
    }

    private static Stream<Timeline> foreground(Evidence evidence) {
        return Stream.concat(evidence.alone().stream(), evidence.measured().stream());
    }
}
