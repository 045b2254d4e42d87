package io.kanoa.thorgate.report.ci;

import java.util.ArrayList;
import java.util.List;

/** What GitHub shows beside a run: one annotation a missed target, and the verdict. */
final class Annotations {

    private static final String PLAN = "targets.yaml";

    private Annotations() {}

    static List<String> of(RunFile run) {
        List<String> lines = new ArrayList<>();
        run.stops()
                .forEach(stop -> lines.add(WorkflowCommand.annotation(
                        "error",
                        PLAN,
                        "stop: " + stop.path("subject").asText(),
                        stop.path("found").asText() + "; " + stop.path("mend").asText())));
        run.lines().stream()
                .filter(line -> !line.isPass())
                .forEach(line -> lines.add(WorkflowCommand.annotation(
                        line.isMiss() ? "error" : "warning", PLAN, title(line), message(line))));
        lines.add(WorkflowCommand.annotation("notice", PLAN, RunPage.title(run), RunPage.counts(run)));
        return List.copyOf(lines);
    }

    private static String title(RunLine line) {
        return line.row() + " " + line.verdict() + (line.target().isEmpty() ? "" : ": " + line.target());
    }

    private static String message(RunLine line) {
        String measured =
                line.value().isPresent() ? "measured " + line.measured() + ", bound " + line.bound() + "; " : "";
        return measured + (line.reason().isBlank() ? "no reason told" : line.reason());
    }
}
