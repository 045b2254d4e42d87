package io.kanoa.thorgate.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;

/** What Allure 3 shows under Metrics, grouped by row; memory in megabytes. Allure 2 leaves the file alone. */
final class AllureMetrics {

    /** Allure 3 looks for files that end like this. */
    static final String FILE_NAME = "thor-gate-perf.json";

    private static final long NANOS_PER_MILLI = 1_000_000;

    private AllureMetrics() {}

    static String of(RunResult run) {
        ArrayNode metrics = JsonNodeFactory.instance.arrayNode();
        run.rows().forEach(row -> Headline.of(row).forEach(figure -> metrics.add(metric(row, figure))));
        return JsonText.of(metrics);
    }

    private static ObjectNode metric(RowResult row, Headline figure) {
        RowTexts texts = RowTexts.of(row);
        String key = texts.id() + " " + figure.name();
        Unit own = figure.metric().unit();
        Unit shown = own == Unit.BYTES ? Unit.MEGABYTES : own;
        ObjectNode metric = JsonNodeFactory.instance.objectNode();
        metric.put("id", key);
        metric.put("key", key);
        metric.put("value", Numbers.rounded(own.to(shown, figure.value())));
        metric.put("start", row.startedEpochMillis());
        metric.put("stop", row.startedEpochMillis() + row.durationNanos() / NANOS_PER_MILLI);
        metric.put("title", figure.name());
        metric.put("unit", shown.symbol());
        metric.put("better", figure.metric().higherIsBetter() ? "higher" : "lower");
        metric.put("group", texts.id());
        return metric.put("groupTitle", texts.name());
    }
}
