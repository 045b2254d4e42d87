package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.verdict.Decision;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * OpenMetrics text: each metric as a gauge in its base unit with a sample for each row and statistic, the verdict of each row as
 * a set of states, and of the run as 0 or 1. Samples have no time, so that a file collector can take them.
 */
final class OpenMetrics {

    private static final String PREFIX = "thor_gate_";

    private final RunResult run;

    private OpenMetrics(RunResult run) {
        this.run = run;
    }

    static void write(RunResult run, OutputStream out) throws IOException {
        OpenMetricsTextFormatWriter.builder().build().write(out, new OpenMetrics(run).all());
    }

    private MetricSnapshots all() {
        List<MetricSnapshot> all = new ArrayList<>(List.of(info(), go(), duration()));
        if (!run.rows().isEmpty()) {
            all.add(verdicts());
        }
        Map<Metric, GaugeSnapshot.Builder> gauges = new EnumMap<>(Metric.class);
        for (RowResult row : run.rows()) {
            Labels labels = labels(row);
            for (Observed observed : Observed.of(row)) {
                gauges.computeIfAbsent(observed.metric(), OpenMetrics::gauge).dataPoint(sample(labels, observed));
            }
        }
        gauges.values().forEach(gauge -> all.add(gauge.build()));
        return new MetricSnapshots(all);
    }

    private InfoSnapshot info() {
        return InfoSnapshot.builder()
                .name(PREFIX + "run")
                .help("The run that all samples are of.")
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of(
                                "plan", RowTexts.line(run.planTitle()),
                                "profile", RowTexts.line(run.profile()),
                                "device", RowTexts.line(run.device())))
                        .build())
                .build();
    }

    private GaugeSnapshot go() {
        return GaugeSnapshot.builder()
                .name(PREFIX + "go")
                .help("1 where every selected row passed, 0 otherwise.")
                .dataPoint(point(Labels.of("profile", RowTexts.line(run.profile())), run.go() ? 1 : 0))
                .build();
    }

    private GaugeSnapshot duration() {
        return GaugeSnapshot.builder()
                .name(PREFIX + "run_duration_seconds")
                .unit(Unit.SECONDS)
                .help("How long the run took.")
                .dataPoint(point(
                        Labels.of("profile", RowTexts.line(run.profile())),
                        Numbers.rounded(run.duration().toNanos() / 1e9).doubleValue()))
                .build();
    }

    private StateSetSnapshot verdicts() {
        StateSetSnapshot.Builder verdicts =
                StateSetSnapshot.builder().name(PREFIX + "row_verdict").help("What could be said of a row.");
        run.rows().forEach(row -> verdicts.dataPoint(verdict(row)));
        return verdicts.build();
    }

    private StateSetDataPointSnapshot verdict(RowResult row) {
        StateSetDataPointSnapshot.Builder states =
                StateSetDataPointSnapshot.builder().labels(labels(row));
        for (Decision decision : Decision.values()) {
            states.state(decision.name(), decision == row.decision());
        }
        return states.build();
    }

    private static GaugeSnapshot.Builder gauge(Metric metric) {
        BaseUnit unit = BaseUnit.of(metric);
        return GaugeSnapshot.builder()
                .name(unit.suffixed(PREFIX + metric.fieldName()))
                .unit(new Unit(unit.name()))
                .help(metric.formula());
    }

    private static GaugeDataPointSnapshot sample(Labels row, Observed observed) {
        Labels labels = row.merge(Labels.of("statistic", observed.statistic()));
        return point(labels, BaseUnit.of(observed.metric()).of(observed.value()));
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private Labels labels(RowResult row) {
        RowTexts texts = RowTexts.of(row);
        return Labels.of(
                "profile", RowTexts.line(run.profile()),
                "row", texts.id(),
                "scenario", texts.scenario(),
                "model", texts.models(),
                "engine", texts.engines());
    }
}
