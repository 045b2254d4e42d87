package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Census;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.plan.WeightFormat;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.workload.format.FormatOutcome;
import io.kanoa.thorgate.workload.format.FormatProbe;
import java.util.ArrayList;
import java.util.List;

/** Which of the formats that a row asks for are served: a format is where the engine serves one of its layouts. */
final class FormatMetrics {

    private static final int LONGEST_WORDS = 160;

    private FormatMetrics() {}

    static Observations served(Evidence evidence) {
        if (!(evidence.row().work() instanceof Work.FormatSupport work)
                || evidence.formats().isEmpty()) {
            return new Missing("no weight formats were tried");
        }
        List<WeightFormat> asked = WeightFormat.of(work.formats());
        int hits = 0;
        int open = 0;
        List<String> remarks = new ArrayList<>();
        for (WeightFormat format : asked) {
            List<FormatProbe> probes = evidence.formats().stream()
                    .filter(probe -> probe.format() == format)
                    .toList();
            boolean served = probes.stream().anyMatch(probe -> probe.outcome() == FormatOutcome.SERVED);
            hits += served ? 1 : 0;
            open += !served && isOpen(probes) ? 1 : 0;
            if (!served) {
                remarks.add(remark(format, probes));
            }
        }
        return new Census(hits, open, asked.size(), remarks);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS - 3) + "...";
    }

    private static boolean isOpen(List<FormatProbe> probes) {
        return probes.isEmpty()
                || probes.stream().anyMatch(probe -> probe.outcome().isOpen());
    }

    private static String remark(WeightFormat format, List<FormatProbe> probes) {
        return probes.stream()
                .map(probe -> probe.name() + " " + probe.outcome() + ": "
                        + cut(probe.words().isEmpty() ? "holds " + probe.held() : probe.words()))
                .reduce((a, b) -> a + ", " + b)
                .orElse(format + " was not tried");
    }
}
