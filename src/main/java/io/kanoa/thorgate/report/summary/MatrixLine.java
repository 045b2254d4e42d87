package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.TargetView;
import io.kanoa.thorgate.verdict.Decision;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line of the matrix: a target of a row, or the row itself where it was judged otherwise than by its targets.
 *
 * @param isFirst of its row
 * @param ceiling that physics sets, with how much of it was reached; empty where the metric has none
 * @param explanation why it is no PASS
 */
public record MatrixLine(
        boolean isFirst,
        String models,
        String what,
        String metric,
        String target,
        String measured,
        String interval,
        String ceiling,
        Decision verdict,
        String explanation) {

    /** The lines of a row; at least one. */
    public static List<MatrixLine> of(RowView row) {
        List<MatrixLine> targets = IntStream.range(0, row.targets().size())
                .mapToObj(i -> of(row, row.targets().get(i), i == 0))
                .toList();
        boolean told = row.targets().stream().anyMatch(target -> target.verdict() == row.verdict());
        return told
                ? targets
                : Stream.concat(Stream.of(whole(row)), targets.stream()).toList();
    }

    private static MatrixLine of(RowView row, TargetView target, boolean first) {
        return new MatrixLine(
                first,
                row.work().titles(),
                row.work().what(),
                target.name(),
                target.limitText(),
                target.measuredText(),
                target.intervalText(),
                ceiling(row, target),
                target.verdict(),
                target.explanation());
    }

    private static MatrixLine whole(RowView row) {
        return new MatrixLine(
                true, row.work().titles(), row.work().what(), "the row", "", "", "", "", row.verdict(), row.reason());
    }

    private static String ceiling(RowView row, TargetView target) {
        if (!target.isOn(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER)) {
            return "";
        }
        return row.physics() != null && row.ceiling().isKnown()
                ? row.ceiling().text() + share(row.physics())
                : Figures.UNKNOWN;
    }

    private static String share(RowView.PhysicsView physics) {
        return physics.shareOfCeiling().isKnown()
                ? " (reached " + physics.shareOfCeiling().text() + ")"
                : "";
    }
}
