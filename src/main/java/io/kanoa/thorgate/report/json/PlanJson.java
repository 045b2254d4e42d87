package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Scenario;
import io.kanoa.thorgate.report.PlanOutline;

/** What the plan weighs: its models with their roles, and its scenarios. */
final class PlanJson {

    private PlanJson() {}

    static ArrayNode models(PlanOutline outline) {
        ArrayNode models = Nodes.array();
        outline.models().forEach(model -> models.add(model(model)));
        return models;
    }

    static ArrayNode scenarios(PlanOutline outline) {
        ArrayNode scenarios = Nodes.array();
        outline.scenarios().forEach(scenario -> scenarios.add(scenario(scenario)));
        return scenarios;
    }

    private static ObjectNode model(Model model) {
        ObjectNode node = Nodes.object();
        node.put("id", Nodes.text(model.id()));
        node.put("title", Nodes.text(model.title()));
        node.set("roles", Nodes.texts(model.roles()));
        WorkJson.weights(node, model);
        return node;
    }

    private static ObjectNode scenario(Scenario scenario) {
        return Nodes.object().put("id", Nodes.text(scenario.id())).put("title", Nodes.text(scenario.title()));
    }
}
