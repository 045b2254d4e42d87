package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Images;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.plan.WorkShape;
import io.kanoa.thorgate.report.WorkOutline;

/** What a row does, with which models, and how often. */
final class WorkJson {

    private WorkJson() {}

    static ObjectNode of(Row row) {
        WorkOutline outline = WorkOutline.of(row);
        ObjectNode node = Nodes.object();
        node.put("kind", outline.kind());
        node.set("models", models(outline));
        node.set("engines", engines(outline));
        node.set("others", Nodes.texts(outline.others()));
        outline.context().ifPresent(context -> {
            node.put("context", context.label());
            node.set("context_length", Nodes.quantity(context.tokens(), Unit.TOKENS));
        });
        if (row.work() instanceof Work.SingleUser work) {
            shape(node, work.shape());
        }
        if (row.work() instanceof Work.VectorSearch work) {
            node.set("retrieval", VectorJson.of(work.retrieval()));
        }
        return node;
    }

    private static void shape(ObjectNode node, WorkShape shape) {
        if (!shape.workload().isEmpty()) {
            node.put("workload", Nodes.text(shape.workload()));
            node.set("roles", Nodes.texts(shape.roles()));
            node.put("reasoning", shape.reasons());
        }
        if (shape.images().areAsked()) {
            node.set("images", images(shape.images()));
        }
    }

    private static ObjectNode images(Images images) {
        ObjectNode node = Nodes.object();
        ArrayNode counts = node.putArray("count");
        images.counts().forEach(count -> counts.add(Nodes.quantity(count, "images")));
        node.set("width", Nodes.quantity(images.width(), "pixels"));
        node.set("height", Nodes.quantity(images.height(), "pixels"));
        node.set("room_each", Nodes.quantity(images.tokensEach(), Unit.TOKENS));
        return node;
    }

    static ObjectNode of(Sampling sampling) {
        ObjectNode node = Nodes.object();
        node.set("warm_up", Nodes.quantity(sampling.warmUpRequests(), "requests"));
        node.set("measured", Nodes.quantity(sampling.requests(), "requests"));
        node.set("output_length", Nodes.quantity(sampling.outputTokens(), Unit.TOKENS));
        node.set("think_time", Nodes.seconds(sampling.thinkTime()));
        node.set("stall_timeout", Nodes.seconds(sampling.stallTimeout()));
        node.set("load_timeout", Nodes.seconds(sampling.loadTimeout()));
        node.set("time_limit", Nodes.seconds(sampling.timeLimit()));
        return node;
    }

    private static ArrayNode models(WorkOutline outline) {
        ArrayNode models = Nodes.array();
        outline.parts().forEach(part -> models.add(model(part)));
        return models;
    }

    private static ObjectNode model(WorkOutline.Part part) {
        Model model = part.serving().model();
        ObjectNode node = Nodes.object();
        node.put("role", part.role());
        node.put("model", Nodes.text(model.id()));
        node.put("title", Nodes.text(model.title()));
        weights(node, model);
        node.put("engine", Nodes.text(part.serving().engine().id()));
        return node;
    }

    /** Adds which weights serve as {@code model}. */
    static void weights(ObjectNode node, Model model) {
        node.put("source", Nodes.text(model.source()));
        node.put("precision", Nodes.text(model.precision()));
        node.put("stand_in", model.standIn() != null);
        if (model.inPlaceOf() != null) {
            node.put("in_place_of", Nodes.text(model.inPlaceOf()));
        }
    }

    private static ArrayNode engines(WorkOutline outline) {
        ArrayNode engines = Nodes.array();
        outline.engines().forEach(engine -> engines.add(engine(engine)));
        return engines;
    }

    private static ObjectNode engine(EngineSpec engine) {
        ObjectNode node = Nodes.object();
        node.put("engine", Nodes.text(engine.id()));
        node.put("driver", Nodes.text(engine.driver()));
        node.set("arguments", Nodes.texts(engine.arguments()));
        return node;
    }
}
