package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.physics.CeilingShare;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A single user's decode rate held against its ceiling. */
public final class SpeedLimit {

    private static final Metric RATE = Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER;

    private SpeedLimit() {}

    /** How much of the ceiling a row reached; empty where either is not known. */
    public static Optional<CeilingShare> share(RowResult result) {
        Observations observed = result.observed().getOrDefault(RATE, new Missing("not observed"));
        return result.physics()
                .flatMap(RowPhysics::ceiling)
                .flatMap(ceiling -> Summary.of(RATE, observed)
                        .map(summary -> CeilingShare.of(ceiling, summary.point(), isSpeculative(result))));
    }

    /** What a reader must be warned of: a result that can't be right. */
    static List<String> warnings(RowResult result) {
        return share(result).flatMap(CeilingShare::problem).stream().toList();
    }

    private static boolean isSpeculative(RowResult result) {
        return result.row().work() instanceof Work.SingleUser work && isSpeculative(work.serving());
    }

    private static boolean isSpeculative(Serving serving) {
        return serving.arguments().stream()
                .map(argument -> argument.toLowerCase(Locale.ROOT))
                .anyMatch(argument -> argument.contains("speculative") || argument.contains("draft"));
    }
}
