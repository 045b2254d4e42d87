package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.FirstTokens;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.workload.SentImages;
import java.util.Optional;

/** First tokens by number of images, and with reasoning. */
final class FirstTokenJson {

    private FirstTokenJson() {}

    /** Empty where the row has neither images nor reasoning. */
    static ArrayNode of(Evidence evidence) {
        ArrayNode node = Nodes.array();
        FirstTokens.of(evidence).forEach(tokens -> node.add(of(tokens, evidence)));
        return node;
    }

    private static ObjectNode of(FirstTokens tokens, Evidence evidence) {
        ObjectNode node = Nodes.object();
        node.set("images", Nodes.quantity(tokens.images(), "images"));
        evidence.images().stream()
                .filter(sent -> sent.count() == tokens.images() && sent.count() > 0)
                .findFirst()
                .ifPresent(sent -> size(node, sent, tokens, evidence));
        node.set("answers", Nodes.quantity(tokens.answers(), "requests"));
        node.set("failed", Nodes.quantity(tokens.failed(), "requests"));
        node.set("reasoned", Nodes.quantity(tokens.reasoned(), "requests"));
        node.set("time_to_first_token", spread(tokens.firstToken()));
        node.set("time_to_first_output_token", spread(tokens.firstOutputToken()));
        node.set("reasoning_token_share", Nodes.quantity(tokens.reasoningShare().orElse(Double.NaN), Unit.PERCENT));
        return node;
    }

    private static void size(ObjectNode node, SentImages one, FirstTokens tokens, Evidence evidence) {
        double meanBytes = evidence.images().stream()
                .filter(sent -> sent.count() == one.count())
                .mapToLong(SentImages::fileBytes)
                .average()
                .orElse(Double.NaN);
        node.set("width", Nodes.quantity(one.width(), "pixels"));
        node.set("height", Nodes.quantity(one.height(), "pixels"));
        node.set("image_tokens", Nodes.quantity(tokens.imageTokens().orElse(Double.NaN), Unit.TOKENS));
        node.set("files", Nodes.quantity(meanBytes, Unit.BYTES));
    }

    private static ObjectNode spread(Optional<Distribution> spread) {
        ObjectNode node = Nodes.object();
        node.set("n", Nodes.quantity(spread.map(Distribution::n).orElse(0), "requests"));
        node.set("p50", millis(spread.map(Distribution::p50)));
        node.set("p95", millis(spread.map(Distribution::p95)));
        node.set("min", millis(spread.map(Distribution::min)));
        node.set("max", millis(spread.map(Distribution::max)));
        return node;
    }

    private static ObjectNode millis(Optional<Double> value) {
        return Nodes.quantity(value.orElse(Double.NaN), Unit.MILLISECONDS);
    }
}
