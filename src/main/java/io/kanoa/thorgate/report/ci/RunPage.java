package io.kanoa.thorgate.report.ci;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that a run is summed up on. */
final class RunPage {

    private static final List<String> COUNTS =
            List.of("pass", "fail", "infeasible", "inconclusive", "error", "not_run", "outside_profile");

    private RunPage() {}

    static String title(RunFile run) {
        return run.text("verdict") + ", profile " + run.text("profile")
                + (run.root().path("dry_run").asBoolean() ? ", dry run" : "")
                + (run.root().path("complete").asBoolean() ? "" : ", ended before its last row");
    }

    /** {@code 11 rows: 10 pass, 1 fail}. */
    static String counts(RunFile run) {
        return run.count("selected") + " rows: "
                + COUNTS.stream()
                        .filter(key -> run.count(key) > 0)
                        .map(key -> run.count(key) + " " + key.replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    static String of(RunFile run) {
        StringBuilder page = new StringBuilder("## " + Markdown.text(title(run)) + "\n\n");
        page.append(Markdown.text(run.text("plan"))).append(" on ").append(Markdown.text(run.text("device")));
        page.append(". ").append(Markdown.text(counts(run))).append(".\n\n");
        run.stops()
                .forEach(stop -> page.append("Stopped by ")
                        .append(Markdown.text(stop.path("subject").asText() + ": "
                                + stop.path("found").asText() + "; "
                                + stop.path("mend").asText()))
                        .append("\n\n"));
        page.append(Markdown.head("row", "model", "target", "measured", "bound", "verdict"));
        run.lines().forEach(line -> page.append(row(line)));
        return page.append(reasons(run)).append(outside(run)).toString();
    }

    private static String row(RunLine line) {
        return Markdown.row(
                Stream.of(line.row(), line.models(), line.target(), line.measured(), line.bound(), line.verdict())
                        .map(Markdown::text)
                        .toList());
    }

    private static String reasons(RunFile run) {
        String lines = run.lines().stream()
                .filter(line -> !line.isPass() && !line.reason().isBlank())
                .map(line -> "- " + Markdown.text(line.row() + " " + line.verdict() + ": " + line.reason()) + "\n")
                .distinct()
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n" + lines;
    }

    private static String outside(RunFile run) {
        String lines = run.outside().stream()
                .map(row -> "- "
                        + Markdown.text(row.path("id").asText() + ": "
                                + row.path("reason").asText()) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\nOutside this profile, not run:\n\n" + lines;
    }
}
