package io.kanoa.thorgate.physics;

import static io.kanoa.thorgate.plan.FactKey.ACTIVE_EXPERTS;
import static io.kanoa.thorgate.plan.FactKey.ACTIVE_PARAMETERS;
import static io.kanoa.thorgate.plan.FactKey.EXPERTS;
import static io.kanoa.thorgate.plan.FactKey.PARAMETERS;
import static io.kanoa.thorgate.plan.FactKey.VISION_PARAMETERS;
import static io.kanoa.thorgate.plan.FactKey.VOCABULARY;
import static io.kanoa.thorgate.plan.FactKey.WEIGHT_BYTES;
import static io.kanoa.thorgate.plan.FactKey.WIDTH;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.Sourced;
import io.kanoa.thorgate.weights.Precision;
import io.kanoa.thorgate.weights.WeightParts;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a model's weights: all of them, and those that decoding one token reads. Formats of 8 bits and less keep
 * embedding table, output head and vision tower at 16.
 */
final class Weights {

    private final Candidate model;

    Weights(Candidate model) {
        this.model = model;
    }

    /** What has to be known for {@link #all()}. */
    List<String> missingForAll() {
        if (model.parts().isPresent() || model.facts().missing(WEIGHT_BYTES).isEmpty()) {
            return List.of();
        }
        return missing(List.of(), PARAMETERS);
    }

    /** What has to be known for {@link #readPerToken()}. */
    List<String> missingForRead() {
        if (model.parts().isPresent()) {
            boolean routed = model.parts().get().experts() > 0;
            return routed ? words(EXPERTS, ACTIVE_EXPERTS) : List.of();
        }
        boolean routed = model.number(EXPERTS) > 0;
        List<String> missing = missing(routed ? words(ACTIVE_PARAMETERS) : List.of(), PARAMETERS, WIDTH, VOCABULARY);
        return missing.isEmpty() && active() <= embedding() + head()
                ? List.of("parameters that are more than its embedding table and output head")
                : missing;
    }

    /** Bytes of all weights. */
    Sum all() {
        if (model.parts().isPresent()) {
            double bytes = model.parts().get().total();
            return Sum.of(bytes, "weights: " + Figures.bytes(bytes) + " in the files");
        }
        Sourced<Long> stated = model.facts().numbers().get(WEIGHT_BYTES);
        return stated == null
                ? derived()
                : Sum.of(
                        stated.value(),
                        "weights: " + Figures.bytes(stated.value()) + " as stated by " + stated.source());
    }

    /** Bytes that decoding one token reads. */
    Sum readPerToken() {
        return model.parts().map(this::readOf).orElseGet(this::derivedRead);
    }

    private Sum derived() {
        double ends = Math.min(model.number(PARAMETERS), embedding() + head() + model.number(VISION_PARAMETERS));
        return sum("weights", model.number(PARAMETERS) - ends, ends, "embedding table, output head and vision");
    }

    private Sum derivedRead() {
        double active = active();
        Sum sum = sum("weights read per token", active - embedding() - head(), embedding(), "output head");
        String unread = tied()
                ? "active: " + Figures.parameters(active) + "; the output head is the embedding table and is read"
                : "active: " + Figures.parameters(active) + ", of which the embedding table's "
                        + Figures.parameters(embedding()) + " are not read";
        List<String> lines = new ArrayList<>(List.of(unread));
        lines.addAll(sum.lines());
        return new Sum(sum.bytes(), lines);
    }

    private Sum readOf(WeightParts parts) {
        double share = parts.experts() == 0 ? 0 : model.number(ACTIVE_EXPERTS) / model.number(EXPERTS);
        double bytes = parts.body() + parts.experts() * share + parts.scored();
        String experts = parts.experts() == 0
                ? ""
                : " + experts " + Figures.bytes(parts.experts()) + " x " + Figures.plain(model.number(ACTIVE_EXPERTS))
                        + "/" + Figures.plain(model.number(EXPERTS));
        return Sum.of(
                bytes,
                "weights read per token: layers " + Figures.bytes(parts.body()) + experts + " + output head "
                        + Figures.bytes(parts.scored()) + " = " + Figures.bytes(bytes) + ", from the files");
    }

    private Sum sum(String what, double inner, double ends, String endsName) {
        Precision precision = model.precision().orElseThrow();
        double bytes = (inner * precision.bits() + ends * precision.endBits()) / Byte.SIZE;
        boolean same = precision.bits() == precision.endBits();
        String count = same
                ? times(inner + ends, precision.bits())
                : times(inner, precision.bits()) + " + " + endsName + " " + times(ends, precision.endBits());
        String reason = same ? "" : " (" + precision.name() + ": " + precision.reason() + ")";
        return Sum.of(bytes, what + ": " + count + " = " + Figures.bytes(bytes) + reason);
    }

    private static String times(double parameters, double bits) {
        return Figures.parameters(parameters) + " x " + Figures.plain(bits) + " bit";
    }

    private double active() {
        return model.facts().number(ACTIVE_PARAMETERS).orElse((long)
                (model.number(PARAMETERS) - model.number(VISION_PARAMETERS)));
    }

    private double embedding() {
        return model.number(VOCABULARY) * model.number(WIDTH);
    }

    private double head() {
        return tied() ? 0 : embedding();
    }

    /** Where nobody says, untied: that reads less, and a ceiling must not be too low. */
    private boolean tied() {
        return model.facts().tiedEmbeddings().map(Sourced::value).orElse(false);
    }

    private List<String> missing(List<String> others, FactKey... keys) {
        List<String> missing = new ArrayList<>(words(keys));
        missing.addAll(others);
        if (model.precision().isEmpty()) {
            missing.add("precision");
        }
        return missing;
    }

    private List<String> words(FactKey... keys) {
        return model.facts().missing(keys).stream().map(Object::toString).toList();
    }
}
