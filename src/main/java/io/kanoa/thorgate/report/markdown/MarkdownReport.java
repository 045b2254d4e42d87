package io.kanoa.thorgate.report.markdown;

import io.kanoa.thorgate.report.PastFigure;
import io.kanoa.thorgate.report.summary.Answer;
import io.kanoa.thorgate.report.summary.MatrixLine;
import io.kanoa.thorgate.report.summary.Recommendation;
import io.kanoa.thorgate.report.summary.Summary;
import io.kanoa.thorgate.report.view.PastView;
import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.RunView;
import java.util.List;
import java.util.stream.Stream;

/** The report's text and tables; the plots are in the HTML report alone. */
public final class MarkdownReport {

    private final RunView run;
    private final Summary summary;
    private final Markdown out = new Markdown();

    private MarkdownReport(RunView run) {
        this.run = run;
        this.summary = Summary.of(run);
    }

    public static String of(RunView run) {
        MarkdownReport report = new MarkdownReport(run);
        report.headline();
        report.answers();
        report.matrix();
        report.history();
        report.machine();
        report.again();
        return report.out.toString();
    }

    private void headline() {
        out.heading(1, run.plan() + ": Performance Report");
        out.strong(summary.headline().word() + ", profile " + run.profile());
        out.paragraph(summary.headline().counts() + ". " + summary.headline().scope());
        out.items(summary.substitutes().stream().map(one -> "Served: " + one).toList());
        out.paragraph("Started " + run.started() + ", took " + run.duration().text() + ".");
    }

    private void answers() {
        out.heading(2, "Which model for which role?");
        if (summary.recommendations().isEmpty()) {
            out.paragraph("These results don't name the plan's roles, so nothing is recommended.");
        } else {
            out.table(
                    List.of("Role", "Model", "Figures", "Rests on", "Why", "What would change it"),
                    summary.recommendations().stream()
                            .map(MarkdownReport::recommended)
                            .toList());
        }
        for (Answer answer : summary.answers()) {
            out.heading(2, answer.question());
            out.paragraph(answer.answer() + standIns(answer.aboutStandIns()));
            out.items(answer.reasons());
        }
    }

    private static String standIns(boolean about) {
        return about ? " (about stand-ins, not about the plan's models)" : "";
    }

    private static List<String> recommended(Recommendation one) {
        return List.of(
                one.role(),
                one.answer() + standIns(one.aboutStandIns()),
                String.join("; ", one.figures()),
                String.join(", ", one.rows()),
                String.join("; ", one.reasons()),
                String.join("; ", one.wouldChange()));
    }

    private void matrix() {
        out.heading(2, "Matrix");
        out.table(
                List.of("Row", "Model", "What", "Metric", "Target", "Measured", "90 % interval", "Ceiling", "Verdict"),
                run.rows().stream().flatMap(MarkdownReport::lines).toList());
        if (!run.outside().isEmpty()) {
            out.paragraph("Not run in this profile, and never counted as passed:");
            out.items(run.outside().stream()
                    .map(row -> row.id() + ": " + row.reason())
                    .toList());
        }
    }

    private static Stream<List<String>> lines(RowView row) {
        return MatrixLine.of(row).stream()
                .map(line -> List.of(
                        row.id(),
                        line.models(),
                        line.what(),
                        line.metric(),
                        line.target(),
                        line.measured(),
                        line.interval(),
                        line.ceiling(),
                        line.verdict() + (line.explanation().isEmpty() ? "" : ": " + line.explanation())));
    }

    private void history() {
        if (run.history().isEmpty()) {
            return;
        }
        out.heading(2, "Earlier runs");
        out.table(
                Stream.concat(Stream.of("row"), PastFigure.HEADS.stream()).toList(),
                run.history().stream().flatMap(MarkdownReport::figures).toList());
        out.items(run.history().stream()
                .flatMap(row -> row.comparison().remarks().stream().map(remark -> row.row() + ": " + remark))
                .toList());
    }

    private static Stream<List<String>> figures(PastView row) {
        return row.comparison().compared().stream()
                .map(figure -> Stream.concat(Stream.of(row.row()), figure.cells().stream())
                        .toList());
    }

    private void machine() {
        out.heading(2, "Machine");
        Stream<List<String>> fingerprint = run.fingerprint().entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue(), "fingerprint"));
        Stream<List<String>> found =
                run.preflight().stream().map(one -> List.of(one.subject(), one.found(), one.level()));
        out.table(
                List.of("What", "Found", "Level"),
                Stream.concat(fingerprint, found).toList());
        if (!run.notes().isEmpty()) {
            out.heading(2, "Notes");
            out.items(run.notes());
        }
    }

    private void again() {
        out.heading(2, "Again");
        out.table(
                List.of("Row", "Command"),
                run.rows().stream().map(row -> List.of(row.id(), row.repeat())).toList());
    }
}
