package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.report.view.ComparisonView;
import io.kanoa.thorgate.report.view.RunView;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Engines side by side; only where a run compared some. */
final class EnginesSection {

    private EnginesSection() {}

    static List<Section> of(RunView run) {
        List<DomContent> tables =
                run.comparisons().stream().map(EnginesSection::table).toList();
        return tables.isEmpty() ? List.of() : List.of(new Section("engines", "Engines", new ArrayList<>(tables)));
    }

    private static DomContent table(ComparisonView comparison) {
        List<String> heads = Stream.of(Stream.of("Metric"), comparison.engines().stream(), Stream.of("Outcome"))
                .flatMap(names -> names)
                .toList();
        return Table.of(
                comparison.id() + ": " + comparison.model(),
                heads,
                comparison.metrics().stream()
                        .map(line -> cells(comparison, line))
                        .toList());
    }

    private static List<String> cells(ComparisonView comparison, ComparisonView.Line line) {
        Stream<String> values = IntStream.range(0, comparison.engines().size())
                .mapToObj(i -> line.value(i).text());
        return Stream.of(Stream.of(line.metric()), values, Stream.of(line.outcome()))
                .flatMap(cells -> cells)
                .toList();
    }
}
