package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.report.view.Amount;
import io.kanoa.thorgate.report.view.MetricView;
import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.TargetView;
import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A row's numbers as tables; a table without a line is none. */
final class RowTables {

    private final RowView row;

    RowTables(RowView row) {
        this.row = row;
    }

    Stream<DomContent> targets() {
        return table(
                "Targets, as they were judged",
                List.of("Target", "Measured", "Lower bound", "Upper bound", "n", "Method", "Verdict", "Reason"),
                row.targets().stream().map(RowTables::target).toList());
    }

    Stream<DomContent> metrics() {
        return table(
                "All metrics that gave a value",
                List.of("Metric", "Overall", "n", "Mean", "p50", "p90", "p95", "p99", "Min", "Max", "Made of"),
                row.metrics().stream()
                        .filter(MetricView::isObserved)
                        .map(RowTables::metric)
                        .toList());
    }

    Stream<DomContent> swaps() {
        return table(
                "Swaps by part",
                List.of("Swap", "Direction", "Files", "Unload", "Process", "Weights", "Ready", "First token", "Total"),
                IntStream.range(0, row.swaps().size())
                        .mapToObj(i -> swap(i + 1, row.swaps().get(i)))
                        .toList());
    }

    Stream<DomContent> formats() {
        return table(
                "Weight formats",
                List.of("Format", "Layout", "Outcome", "Held as", "The engine's words"),
                row.formats().stream()
                        .map(f -> List.of(f.format(), f.layout(), f.outcome(), f.held(), f.words()))
                        .toList());
    }

    Stream<DomContent> crossChecks() {
        return table(
                "The engine's own timing beside the client's",
                List.of("What", "Engine", "Client", "Disagreement", "n"),
                row.crossCheck().stream()
                        .map(check -> List.of(
                                check.what(),
                                check.engine().text(),
                                check.client().text(),
                                check.disagreement().text(),
                                check.n().text()))
                        .toList());
    }

    Stream<DomContent> opinions() {
        return table(
                "Second opinions, never judged",
                List.of("Tool", "Figure", "Value", "Our metric", "Formula"),
                row.secondOpinions().stream().flatMap(RowTables::opinion).toList());
    }

    Stream<DomContent> starts() {
        return table(
                "Starts of engines",
                List.of("Version", "Model", "Process", "Weights", "Ready", "Load", "Command"),
                row.starts().stream()
                        .map(start -> List.of(
                                start.version(),
                                start.modelFile(),
                                start.process().text(),
                                start.weights().text(),
                                start.ready().text(),
                                start.load().text(),
                                String.join(" ", start.commandLine())))
                        .toList());
    }

    private static List<String> target(TargetView target) {
        return List.of(
                target.target(),
                target.measured().exactText(),
                target.lowerBound().exactText(),
                target.upperBound().exactText(),
                target.n().text(),
                target.method(),
                target.verdict().name(),
                target.explanation());
    }

    private static List<String> metric(MetricView metric) {
        Stream<Amount> amounts = Stream.of(
                metric.overall(),
                metric.n(),
                metric.mean(),
                metric.p50(),
                metric.p90(),
                metric.p95(),
                metric.p99(),
                metric.min(),
                metric.max());
        String sampled = metric.samplesOf() == null
                ? ""
                : String.join(", ", metric.samplesOf().channels()) + ", "
                        + metric.samplesOf().coverage().text() + " covered";
        return Stream.of(
                        Stream.of(metric.metric()),
                        amounts.map(amount -> amount.isKnown() ? amount.text() : ""),
                        Stream.of(sampled.isEmpty() ? metric.formula() : metric.formula() + " (" + sampled + ")"))
                .flatMap(cells -> cells)
                .toList();
    }

    private static List<String> swap(int number, RowView.SwapView swap) {
        return List.of(
                String.valueOf(number),
                swap.direction(),
                swap.files(),
                swap.unload().text(),
                swap.process().text(),
                swap.weights().text(),
                swap.ready().text(),
                swap.firstToken().text(),
                swap.total().text());
    }

    private static Stream<List<String>> opinion(RowView.OpinionView opinion) {
        return opinion.figures().isEmpty()
                ? Stream.of(List.of(opinion.tool(), "none: " + opinion.failure(), "", "", ""))
                : opinion.figures().stream()
                        .map(figure -> List.of(
                                opinion.tool(),
                                figure.name(),
                                figure.amount().text(),
                                figure.ourMetric(),
                                figure.formula()));
    }

    private static Stream<DomContent> table(String caption, List<String> heads, List<List<String>> lines) {
        return lines.isEmpty() ? Stream.of() : Stream.of(Table.of(caption, heads, lines));
    }
}
