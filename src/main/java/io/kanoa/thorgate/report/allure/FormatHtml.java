package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.FormatMatrix;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.workload.format.FormatProbe;
import java.util.List;

/** What became of each weight format, with the engine's own words, as a table. */
final class FormatHtml {

    private FormatHtml() {}

    /** Empty where the row tried no formats. */
    static String of(RowResult result) {
        List<FormatProbe> probes = result.evidence().map(Evidence::formats).orElse(List.of());
        return probes.isEmpty()
                ? ""
                : HtmlTable.of(
                        List.of("Format", "Files", "Outcome", "Start", "The engine says"),
                        probes.stream().map(FormatHtml::cells).toList());
    }

    private static List<String> cells(FormatProbe probe) {
        return List.of(
                probe.format().name(),
                probe.layout(),
                probe.outcome().toString(),
                Figures.ofNanos(probe.startNanos()),
                FormatMatrix.said(probe));
    }
}
