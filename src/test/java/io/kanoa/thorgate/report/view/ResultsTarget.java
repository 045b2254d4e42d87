package io.kanoa.thorgate.report.view;

import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import io.kanoa.thorgate.plan.Metric;
import java.io.IOException;
import java.util.List;

/** Results that are read again, and what pages ask of them. {@link UnreadableResultsException} is declared. */
public final class ResultsTarget implements Target {

    private static final String AMOUNT = "{\"value\":4.2,\"unit\":\"s\"}";

    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "results";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "{\"schema_version\":\"1.0\",\"verdict\":\"GO\",\"duration\":" + AMOUNT + ",\"counts\":{\"pass\":1},"
                        + "\"environment\":{\"cpu\":\"x\"},\"notes\":[\"n\"],\"models\":[{\"id\":\"m\",\"title\":\"M\",\"roles\":[\"chat\"]}]}",
                "{\"schema_version\":\"1.0\",\"rows\":[{\"id\":\"A1\",\"verdict\":\"PASS\",\"work\":{\"models\":[{\"title\":\"M\"}]},"
                        + "\"targets\":[{\"target\":\"ttft < 5 s\",\"verdict\":\"FAIL\",\"metric\":\"time_to_first_token\","
                        + "\"comparison\":\"<\",\"statistic\":\"median\",\"limit\":" + AMOUNT + ",\"measured\":"
                        + AMOUNT
                        + ",\"lower_bound\":" + AMOUNT + ",\"upper_bound\":" + AMOUNT + "}],"
                        + "\"metrics\":[{\"metric\":\"time_to_first_token\",\"p50\":" + AMOUNT
                        + ",\"histogram\":{\"encoding\":\"x\",\"data\":\"HISTFAAAAC\"}}],\"physics\":{\"ceiling\":"
                        + AMOUNT
                        + "},\"swaps\":[{\"total\":" + AMOUNT + "}],\"raw\":{\"timelines\":\"raw/a.jsonl.gz\"}}]}",
                "{\"schema_version\":\"1.0\",\"comparisons\":[{\"id\":\"c\",\"engines\":[\"a\",\"b\"],\"metrics\":[{\"unit\":\"s\","
                        + "\"values\":[1,null]}]}],\"contexts\":[{\"lines\":[{\"position\":" + AMOUNT + "}]}],"
                        + "\"outside\":[{\"id\":\"B\"}],\"scenarios\":[{\"id\":\"A\",\"title\":\"T\"}],\"preflight\":[{\"level\":\"OK\"}]}");
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        try {
            use(ResultsReader.read(scratch.write("results.json", input)));
            return true;
        } catch (UnreadableResultsException declared) {
            return false;
        }
    }

    private static void use(RunView run) {
        run.isGo();
        run.isStoodInFor();
        run.row("A1");
        run.scenarioTitle("A");
        run.duration().text();
        run.duration().exactText();
        run.models().forEach(Served::isStoodInFor);
        run.comparisons()
                .forEach(view -> view.metrics().forEach(line -> line.value(1).text()));
        run.contexts()
                .forEach(curve -> curve.lines().forEach(line -> line.position().text()));
        run.outside().forEach(RunView.OutsideView::id);
        run.preflight().forEach(RunView.Finding::level);
        run.switching().forEach(RunView.SwitchingView::answer);
        run.rows().forEach(ResultsTarget::use);
    }

    private static void use(RowView row) {
        row.isStoodInFor();
        row.ceiling().text();
        row.figure(Metric.TIME_TO_FIRST_TOKEN).text();
        row.metrics().forEach(metric -> metric.values().ifPresent(values -> values.count()));
        row.swaps().forEach(swap -> swap.total().text());
        row.targets().forEach(ResultsTarget::use);
    }

    private static void use(TargetView target) {
        target.limitText();
        target.name();
        target.measuredText();
        target.boundText();
        target.intervalText();
        target.explanation();
    }
}
