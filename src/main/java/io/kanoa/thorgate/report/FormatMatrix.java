package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.workload.format.FormatProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which engine serves which weight format, over all rows that tried some.
 *
 * @param engines by the names that the plan has for them
 * @param lines one a format and layout, in the order in which they were tried
 */
public record FormatMatrix(List<String> engines, List<Line> lines) {

    public FormatMatrix {
        engines = List.copyOf(engines);
        lines = List.copyOf(lines);
    }

    /**
     * A format in one layout.
     *
     * @param probes one an engine, in their order; empty where it was not tried there
     */
    public record Line(String name, List<Optional<FormatProbe>> probes) {

        public Line {
            probes = List.copyOf(probes);
        }
    }

    /** Without engines and lines where no row tried formats. */
    public static FormatMatrix of(List<RowResult> rows) {
        Map<String, Map<String, FormatProbe>> byEngine = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (RowResult row : rows) {
            if (row.row().work() instanceof Work.FormatSupport work) {
                for (FormatProbe probe : row.evidence().map(Evidence::formats).orElse(List.of())) {
                    byEngine.computeIfAbsent(work.engine().id(), id -> new LinkedHashMap<>())
                            .put(probe.name(), probe);
                    names.add(probe.name());
                }
            }
        }
        List<Line> lines = names.stream()
                .distinct()
                .map(name -> new Line(
                        name,
                        byEngine.values().stream()
                                .map(probes -> Optional.ofNullable(probes.get(name)))
                                .toList()))
                .toList();
        return new FormatMatrix(List.copyOf(byEngine.keySet()), lines);
    }

    /** What a cell shows of a probe. */
    public static String word(Optional<FormatProbe> probe) {
        return probe.map(p -> p.outcome().toString()).orElse(Figures.UNKNOWN);
    }

    /** What the engine said: why not, or else what it holds. Untrusted text. */
    public static String said(FormatProbe probe) {
        return probe.words().isEmpty() ? "holds " + (probe.held().isEmpty() ? "?" : probe.held()) : probe.words();
    }
}
