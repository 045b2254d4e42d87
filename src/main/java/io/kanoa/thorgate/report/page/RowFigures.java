package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.metrics.LatencyHistogram;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.plot.Answers;
import io.kanoa.thorgate.report.plot.DecodeRates;
import io.kanoa.thorgate.report.plot.Drawing;
import io.kanoa.thorgate.report.plot.RowPlots;
import io.kanoa.thorgate.report.plot.SpeedTrend;
import io.kanoa.thorgate.report.plot.SwapParts;
import io.kanoa.thorgate.report.view.CourseView;
import io.kanoa.thorgate.report.view.RawRow;
import io.kanoa.thorgate.report.view.RequestView;
import io.kanoa.thorgate.report.view.RowView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The plots of a row: from its raw data, or from its histograms where those are not there. */
final class RowFigures {

    private static final int QUANTILES = 400;

    private final RowView row;
    private final RawRow raw;
    private final RowLimits limits;

    RowFigures(RowView row, RawRow raw) {
        this.row = row;
        this.raw = raw;
        this.limits = new RowLimits(row);
    }

    List<Drawing> draw() {
        List<Drawing> drawings = new ArrayList<>();
        if (!row.swaps().isEmpty()) {
            drawings.addAll(RowPlots.swaps(swaps(), limits::ofSwap));
        } else {
            latencies(drawings);
        }
        new SensorFigure(raw).draw().ifPresent(drawings::add);
        return drawings;
    }

    private void latencies(List<Drawing> drawings) {
        Map<String, Answers> answers = answers();
        if (!answers.isEmpty()) {
            drawings.add(RowPlots.firstTokens(limits.ofFirstToken(), answers));
        }
        spread(
                answers,
                drawings,
                "Time to first token",
                "answers",
                Metric.TIME_TO_FIRST_TOKEN,
                one -> sorted(one.firstTokens()));
        spread(answers, drawings, "Gaps between chunks", "gaps", Metric.INTER_CHUNK_LATENCY, Answers::sortedGaps);
        DecodeRates rates = new DecodeRates(rates("warm_up"), rates("measured"));
        if (rates.hasMeasured()) {
            drawings.add(RowPlots.speed(rates, trend()));
        }
    }

    private void spread(
            Map<String, Answers> answers,
            List<Drawing> drawings,
            String title,
            String counted,
            Metric metric,
            Function<Answers, double[]> values) {
        Map<String, double[]> sorted = new LinkedHashMap<>();
        answers.forEach((name, some) -> sorted.put(name, values.apply(some)));
        if (sorted.isEmpty()) {
            row.metric(metric)
                    .flatMap(observed -> observed.values())
                    .ifPresent(histogram -> sorted.put("measured", quantiles(histogram)));
        }
        if (!sorted.isEmpty()) {
            drawings.add(RowPlots.spread(title, counted, limits.of(metric), sorted));
        }
    }

    /** Answers of the measured phase, and of the one alone where there is one; empty where no raw data are there. */
    private Map<String, Answers> answers() {
        Map<String, Answers> answers = new LinkedHashMap<>();
        List<RequestView> alone = raw.phase("alone");
        List<RequestView> measured = raw.phase("measured");
        if (measured.stream().anyMatch(RequestView::isAnswered)) {
            answers.put(alone.isEmpty() ? "measured" : "with neighbour", answers(measured));
            if (!alone.isEmpty()) {
                answers.put("alone", answers(alone));
            }
        }
        return answers;
    }

    private static Answers answers(List<RequestView> requests) {
        return new Answers(
                requests.stream().mapToDouble(RequestView::firstTokenMillis).toArray(),
                requests.stream()
                        .flatMapToDouble(RequestView::gapsMillis)
                        .sorted()
                        .toArray());
    }

    private double[] rates(String phase) {
        return raw.phase(phase).stream().mapToDouble(RequestView::decodeRate).toArray();
    }

    private SpeedTrend trend() {
        CourseView.SteadinessView found =
                row.course() == null ? null : row.course().steadiness();
        return found == null
                ? SpeedTrend.of("too few to tell whether it was steady", 0, 0, false, false, 0)
                : SpeedTrend.of(
                        found.steady() ? "" : found.reason(),
                        (int) found.warmUpLeft().value(),
                        found.drift().value() / 100,
                        found.warmsUp(),
                        found.jumps(),
                        (int) found.stepAfter().value());
    }

    private List<SwapParts> swaps() {
        return row.swaps().stream().map(RowFigures::swap).toList();
    }

    private static SwapParts swap(RowView.SwapView swap) {
        return SwapParts.of(
                swap.direction(),
                swap.files(),
                swap.unload().in(Unit.SECONDS),
                swap.process().in(Unit.SECONDS),
                swap.weights().in(Unit.SECONDS),
                swap.ready().in(Unit.SECONDS),
                swap.firstToken().in(Unit.SECONDS));
    }

    private static double[] quantiles(LatencyHistogram histogram) {
        int count = (int) Math.min(QUANTILES, histogram.count());
        return IntStream.rangeClosed(1, count)
                .mapToDouble(i -> histogram.quantileMillis((double) i / count))
                .toArray();
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }
}
