package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.plot.Drawing;
import io.kanoa.thorgate.report.plot.RunPlots;
import io.kanoa.thorgate.report.view.Amount;
import io.kanoa.thorgate.report.view.ComparisonView;
import io.kanoa.thorgate.report.view.CurveView;
import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.RunView;
import io.kanoa.thorgate.report.view.TargetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plots of a whole run, from its results. */
final class RunFigures {

    private static final Metric RATE = Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER;

    private final RunView run;
    private final List<RowView> answering;

    RunFigures(RunView run) {
        this.run = run;
        this.answering = run.rows().stream()
                .filter(row -> row.figure(Metric.TIME_TO_FIRST_TOKEN).isKnown())
                .filter(row -> !row.work().kind().equals("swap"))
                .toList();
    }

    boolean isEmpty() {
        return answering.isEmpty();
    }

    List<Drawing> draw() {
        List<Drawing> drawings = new ArrayList<>();
        drawings.add(RunPlots.roofline(answering.stream().map(RunFigures::reach).toList()));
        drawings.add(quantiles("Time to first token", Metric.TIME_TO_FIRST_TOKEN));
        drawings.add(quantiles("Gaps between chunks", Metric.INTER_CHUNK_LATENCY));
        List<RunPlots.Curve> curves = run.contexts().stream().map(this::curve).toList();
        if (!curves.isEmpty()) {
            drawings.add(RunPlots.contexts(curves));
        }
        run.comparisons().forEach(comparison -> ratios(comparison).ifPresent(drawings::add));
        return drawings;
    }

    private Drawing quantiles(String title, Metric metric) {
        return RunPlots.quantiles(
                title, answering.stream().map(row -> quantiles(row, metric)).toList());
    }

    private static RunPlots.Quantiles quantiles(RowView row, Metric metric) {
        return new RunPlots.Quantiles(
                row.id(),
                millis(row.metric(metric).map(m -> m.p50())),
                millis(row.metric(metric).map(m -> m.p95())),
                millis(row.metric(metric).map(m -> m.p99())),
                millis(target(row, metric).map(TargetView::limit)));
    }

    private static RunPlots.Reach reach(RowView row) {
        Optional<TargetView> target = target(row, RATE);
        return new RunPlots.Reach(
                row.id(),
                rate(target.map(TargetView::measured).filter(Amount::isKnown).or(() -> Optional.of(row.figure(RATE)))),
                rate(target.map(TargetView::lowerBound)),
                rate(target.map(TargetView::upperBound)),
                rate(target.map(TargetView::limit)),
                rate(Optional.of(row.ceiling())));
    }

    private RunPlots.Curve curve(CurveView curve) {
        Map<Double, Double> measured = new TreeMap<>();
        Map<Double, Double> ceilings = new TreeMap<>();
        for (CurveView.Line line : curve.lines()) {
            put(measured, line.position(), line.outputTokenThroughputPerUser());
            put(ceilings, line.position(), line.ceiling());
        }
        return new RunPlots.Curve(title(curve.model()) + " on " + curve.engine(), measured, ceilings);
    }

    private String title(String model) {
        return run.models().stream()
                .filter(known -> known.id().equals(model))
                .map(RunView.ModelView::planned)
                .findFirst()
                .orElse(model);
    }

    private static void put(Map<Double, Double> points, Amount position, Amount rate) {
        if (position.isKnown() && rate.isKnown()) {
            points.put(position.value(), rate.value());
        }
    }

    private static Optional<Drawing> ratios(ComparisonView comparison) {
        List<RunPlots.Ratio> ratios = new ArrayList<>();
        for (ComparisonView.Line line : comparison.metrics()) {
            ComparisonView.Lead lead = line.lead();
            if (lead != null && lead.value() != null) {
                ratios.add(new RunPlots.Ratio(line.metric(), lead.value(), known(lead.lower()), known(lead.upper())));
            }
        }
        return ratios.isEmpty()
                ? Optional.empty()
                : Optional.of(RunPlots.ratios(
                        comparison.id() + ": " + String.join(" against ", comparison.engines()), ratios));
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static Optional<TargetView> target(RowView row, Metric metric) {
        return row.targets().stream().filter(target -> target.isOn(metric)).findFirst();
    }

    private static double millis(Optional<Amount> amount) {
        return amount.map(known -> known.in(Unit.MILLISECONDS)).orElse(Double.NaN);
    }

    private static double rate(Optional<Amount> amount) {
        return amount.map(known -> known.in(Unit.TOKENS_PER_SECOND)).orElse(Double.NaN);
    }
}
