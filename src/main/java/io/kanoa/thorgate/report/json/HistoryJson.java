package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.history.Finding;
import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.history.compare.SeriesFinding;
import io.kanoa.thorgate.history.compare.Trend;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.PastFigure;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;

/** The rows beside their earlier runs: what was found, and each figure over runs. */
final class HistoryJson {

    private HistoryJson() {}

    static ArrayNode of(RunResult run) {
        ArrayNode rows = Nodes.array();
        run.rows().stream().filter(row -> row.comparison().isAsked()).forEach(row -> rows.add(of(row)));
        return rows;
    }

    private static ObjectNode of(RowResult row) {
        RowComparison comparison = row.comparison();
        ObjectNode node = Nodes.object()
                .put("row", Nodes.text(row.row().id()))
                .put("place", Nodes.text(comparison.place()))
                .put("anchor", Nodes.text(comparison.anchor()));
        node.set("runs", Nodes.quantity(comparison.runs(), "runs"));
        node.put("not_compared", Nodes.text(comparison.notCompared()));
        ArrayNode findings = node.putArray("findings");
        comparison.findings().forEach(found -> findings.add(of(found)));
        ArrayNode trends = node.putArray("trends");
        comparison.trends().forEach(trend -> trends.add(of(trend)));
        return node;
    }

    private static ObjectNode of(SeriesFinding found) {
        Finding finding = found.finding();
        Unit unit = found.series().metric().unit();
        ObjectNode node = series(found.series());
        node.put("decision", finding.decision().name());
        node.put("advisory", finding.advisory());
        node.set("value", Nodes.quantity(found.value(), unit));
        node.set("again", Nodes.quantity(found.again().orElse(Double.NaN), unit));
        node.set("baseline", Nodes.quantity(found.baseline().level(), unit));
        node.set("variation", Nodes.quantity(100 * found.baseline().variation(), Unit.PERCENT));
        node.set("baseline_runs", Nodes.quantity(finding.runs(), "runs"));
        node.set("cost_change", Nodes.quantity(100 * finding.change(), Unit.PERCENT));
        node.set("p", Nodes.quantity(finding.pValue(), "probability"));
        node.set("worse_for", Nodes.quantity(PastFigure.of(found).worseFor(), "runs"));
        return node.put("reason", Nodes.text(finding.reason()));
    }

    private static ObjectNode of(Trend trend) {
        Unit unit = trend.series().metric().unit();
        ObjectNode node = series(trend.series());
        node.set("level", Nodes.quantity(trend.level(), unit));
        ArrayNode points = node.putArray("points");
        trend.points().forEach(point -> points.add(of(point, unit)));
        ArrayNode steps = node.putArray("steps");
        trend.steps().forEach(step -> steps.add(of(step, unit)));
        return node;
    }

    private static ObjectNode of(Trend.Point point, Unit unit) {
        ObjectNode node = Nodes.object().put("run", Nodes.text(point.run())).put("started", Nodes.text(point.time()));
        node.set("value", Nodes.quantity(point.value(), unit));
        node.set("lower_bound", Nodes.quantity(point.lower(), unit));
        node.set("upper_bound", Nodes.quantity(point.upper(), unit));
        node.put("comparable", point.comparable());
        node.put("regressed", point.regressed());
        node.put("engine_version", Nodes.text(point.version()));
        node.put("changed", Nodes.text(point.changed()));
        node.put("acknowledged", Nodes.text(point.acknowledged()));
        node.set("names", Nodes.texts(point.names()));
        return node;
    }

    private static ObjectNode of(Trend.Step step, Unit unit) {
        ObjectNode node = Nodes.object().put("at", step.at());
        node.set("level", Nodes.quantity(step.level(), unit));
        node.set("cost_change", Nodes.quantity(100 * step.change(), Unit.PERCENT));
        return node;
    }

    private static ObjectNode series(Series series) {
        return Nodes.object()
                .put("series", series.name())
                .put("metric", series.metric().fieldName())
                .put("statistic", series.statistic().word());
    }
}
