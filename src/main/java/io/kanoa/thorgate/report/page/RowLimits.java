package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.plot.Limit;
import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.TargetView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Targets of a row as lines in its plots. */
final class RowLimits {

    private static final double MILLIS = 1000;

    private final List<TargetView> targets;

    RowLimits(RowView row) {
        this.targets = row.targets();
    }

    Optional<Limit> of(Metric metric) {
        return metric == Metric.TIME_TO_FIRST_TOKEN ? ofFirstToken() : ofGap();
    }

    Optional<Limit> ofFirstToken() {
        return on(Metric.TIME_TO_FIRST_TOKEN).map(target -> in(Unit.MILLISECONDS, target));
    }

    /** A decode rate is the mean gap that it stands for. */
    Optional<Limit> ofGap() {
        return Stream.of(Metric.INTER_CHUNK_LATENCY, Metric.INTER_TOKEN_LATENCY)
                .flatMap(metric -> on(metric).stream())
                .findFirst()
                .map(target -> in(Unit.MILLISECONDS, target))
                .or(() -> on(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER)
                        .map(target -> new Limit(MILLIS / target.limit().value(), words(target))));
    }

    /** On cold swaps where there is a target on them, else on warm ones. */
    Optional<Limit> ofSwap(String direction) {
        List<Metric> times = direction.equals("back")
                ? List.of(Metric.MODEL_SWAP_BACK_TIME, Metric.MODEL_SWAP_BACK_TIME_WARM)
                : List.of(Metric.MODEL_SWAP_TIME, Metric.MODEL_SWAP_TIME_WARM);
        return times.stream()
                .flatMap(metric -> on(metric).stream())
                .findFirst()
                .map(target -> in(Unit.SECONDS, target));
    }

    private Optional<TargetView> on(Metric metric) {
        return targets.stream()
                .filter(target -> target.isOn(metric) && target.limit().isKnown())
                .findFirst();
    }

    private static Limit in(Unit unit, TargetView target) {
        return new Limit(target.limit().in(unit), words(target));
    }

    private static String words(TargetView target) {
        return "target " + target.limitText();
    }
}
