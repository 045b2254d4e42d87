package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.history.compare.Trend;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PastFigure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What changed in the history of a row, in words: levels, settings and versions, what somebody accepted, names. */
final class TrendChanges {

    private static final String ALL = "all";

    private record Change(String time, String figure, String what) {}

    private TrendChanges() {}

    /** Cells: time of the first run with it, figure, what; oldest first. */
    static List<List<String>> lines(List<Trend> trends) {
        return trends.stream()
                .flatMap(TrendChanges::of)
                .distinct()
                .sorted(Comparator.comparing(Change::time))
                .map(change -> List.of(change.time(), change.figure(), change.what()))
                .toList();
    }

    private static Stream<Change> of(Trend trend) {
        List<Change> changes = new ArrayList<>();
        for (Trend.Point point : trend.points()) {
            if (!point.changed().isEmpty()) {
                changes.add(new Change(point.time(), ALL, "other settings or versions: " + point.changed()));
            }
            if (!point.names().isEmpty()) {
                changes.add(new Change(point.time(), ALL, "named " + String.join(", ", point.names())));
            }
        }
        for (Trend.Step step : trend.steps()) {
            changes.add(new Change(trend.points().get(step.at()).time(), name(trend), level(trend.series(), step)));
        }
        for (Trend.Point point : trend.points()) {
            if (!point.acknowledged().isEmpty()) {
                changes.add(new Change(point.time(), name(trend), "accepted by " + point.acknowledged()));
            }
            if (point.regressed()) {
                changes.add(new Change(point.time(), name(trend), "this run was found a regression"));
            }
        }
        return changes.stream();
    }

    private static String name(Trend trend) {
        return trend.series().shortName();
    }

    private static String level(Series series, Trend.Step step) {
        return "a step to " + Figures.of(step.level(), series.metric().unit()) + ", "
                + PastFigure.change(series, step.change());
    }
}
