package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.plan.OutsideRow;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.verdict.Decision;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The whole results file. */
final class RunJson {

    /** Of the file's shape; the first number changes when a reader of the old one could be misled. */
    static final String SCHEMA_VERSION = "1.0";

    private RunJson() {}

    /** @param texts of its rows */
    static ObjectNode of(RunResult run, Function<RowResult, RowText> texts) {
        ObjectNode node = Nodes.object();
        node.put("schema_version", SCHEMA_VERSION);
        node.put("plan", Nodes.text(run.planTitle()));
        node.put("profile", Nodes.text(run.profile()));
        node.put("device", Nodes.text(run.device()));
        node.put("verdict", run.verdict());
        node.put("complete", run.complete());
        node.put("dry_run", run.dryRun());
        node.set("counts", counts(run));
        node.put("started", run.started().toString());
        node.set("duration", Nodes.seconds(run.duration()));
        run.resumption().ifPresent(how -> node.set("resumed", ResumptionJson.of(how)));
        node.set("environment", texts(run.environment()));
        run.preflight().ifPresent(report -> {
            node.set("fingerprint", texts(report.fingerprint()));
            node.set("preflight", PreflightJson.of(report.findings()));
        });
        node.set("notes", Nodes.texts(run.notes()));
        node.set("client_timing_error", CalibrationJson.of(run.calibration()));
        node.set("models", PlanJson.models(run.outline()));
        node.set("scenarios", PlanJson.scenarios(run.outline()));
        node.set("rows", rows(run, texts));
        node.set("comparisons", ComparisonJson.of(run));
        node.set("contexts", ContextJson.of(run));
        node.set("switching", SwapJson.answers(run));
        node.set("history", HistoryJson.of(run));
        node.set("unloads", unloads(run));
        node.set("outside", outside(run));
        return node;
    }

    private static ObjectNode counts(RunResult run) {
        ObjectNode node = Nodes.object().put("unit", "rows").put("selected", run.selected());
        for (Decision decision : Decision.values()) {
            node.put(decision.name().toLowerCase(Locale.ROOT), run.count(decision));
        }
        int optional = run.optionalNotRun().size();
        return node.put("optional_not_run", optional)
                .put("outside_profile", run.outside().size() - optional);
    }

    private static ObjectNode texts(Map<String, String> texts) {
        ObjectNode node = Nodes.object();
        texts.forEach((key, value) -> node.put(Nodes.text(key), Nodes.text(value)));
        return node;
    }

    private static ArrayNode rows(RunResult run, Function<RowResult, RowText> texts) {
        ArrayNode rows = Nodes.array();
        run.rows().forEach(row -> rows.addPOJO(texts.apply(row)));
        return rows;
    }

    private static ArrayNode unloads(RunResult run) {
        ArrayNode unloads = Nodes.array();
        run.unloads().forEach(unload -> unloads.add(unload(unload)));
        return unloads;
    }

    private static ObjectNode unload(Unload unload) {
        ObjectNode node =
                Nodes.object().put("serving", Nodes.text(unload.serving().toString()));
        node.set("duration", Nodes.seconds(unload.nanos()));
        node.set("memory_held", Nodes.quantity(unload.heldBytes(), Unit.BYTES));
        node.set("memory_kept", Nodes.quantity(unload.keptBytes(), Unit.BYTES));
        return node;
    }

    private static ArrayNode outside(RunResult run) {
        ArrayNode outside = Nodes.array();
        run.outside().forEach(row -> outside.add(outside(row)));
        return outside;
    }

    private static ObjectNode outside(OutsideRow row) {
        ObjectNode node = Nodes.object()
                .put("id", Nodes.text(row.id()))
                .put("scenario", Nodes.text(row.scenario()))
                .put("reason", Nodes.text(row.reason()));
        row.toRun().ifPresent(command -> node.put("to_run", Nodes.text(command)));
        return node;
    }
}
