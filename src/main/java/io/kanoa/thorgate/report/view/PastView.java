package io.kanoa.thorgate.report.view;

import io.kanoa.thorgate.history.Finding;
import io.kanoa.thorgate.history.compare.Trend;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.report.ComparisonWithPast;
import io.kanoa.thorgate.report.PastFigure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A row beside its earlier runs. Figures that this version does not know are left out. */
public record PastView(
        String row,
        String place,
        String anchor,
        Amount runs,
        String notCompared,
        List<FindingView> findings,
        List<TrendView> trends) {

    /** What was found of one figure. */
    public record FindingView(
            String series,
            Finding.Decision decision,
            boolean advisory,
            Amount value,
            Amount again,
            Amount baseline,
            Amount variation,
            Amount baselineRuns,
            Amount costChange,
            Amount p,
            Amount worseFor) {

        private Optional<PastFigure> figure() {
            return Series.named(series)
                    .map(known -> new PastFigure(
                            known,
                            value.value(),
                            again.isKnown() ? OptionalDouble.of(again.value()) : OptionalDouble.empty(),
                            baseline.value(),
                            variation.value() / 100,
                            costChange.value() / 100,
                            p.value(),
                            (int) baselineRuns.value(),
                            decision,
                            advisory,
                            (int) worseFor.value()));
        }
    }

    /** One figure over runs, this one last. */
    public record TrendView(String series, Amount level, List<PointView> points, List<StepView> steps) {

        private Optional<Trend> of(String row) {
            return Series.named(series)
                    .map(known -> new Trend(
                            row,
                            known,
                            points.stream().map(PointView::point).toList(),
                            steps.stream().map(StepView::step).toList(),
                            level.value()));
        }
    }

    /** A run. */
    public record PointView(
            String run,
            String started,
            Amount value,
            Amount lowerBound,
            Amount upperBound,
            boolean comparable,
            boolean regressed,
            String engineVersion,
            String changed,
            String acknowledged,
            List<String> names) {

        private Trend.Point point() {
            return new Trend.Point(
                    run,
                    started,
                    value.value(),
                    lowerBound.value(),
                    upperBound.value(),
                    comparable,
                    regressed,
                    engineVersion,
                    changed,
                    acknowledged,
                    names);
        }
    }

    /** A change of level. */
    public record StepView(int at, Amount level, Amount costChange) {

        private Trend.Step step() {
            return new Trend.Step(at, level.value(), costChange.value() / 100);
        }
    }

    /** What was found of the row's figures. */
    public ComparisonWithPast comparison() {
        return new ComparisonWithPast(
                (int) runs.value(),
                notCompared,
                findings.stream()
                        .map(FindingView::figure)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** The row's figures over runs. */
    public Stream<Trend> overRuns() {
        return trends.stream().map(trend -> trend.of(row)).flatMap(Optional::stream);
    }
}
