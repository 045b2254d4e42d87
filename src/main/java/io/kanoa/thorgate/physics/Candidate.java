package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.Sourced;
import io.kanoa.thorgate.weights.FoundModel;
import io.kanoa.thorgate.weights.Precision;
import io.kanoa.thorgate.weights.WeightParts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model as physics sees it.
 *
 * @param title the name that people know it by
 * @param precision that it is served in; empty where the plan's words for it aren't understood
 * @param parts sizes of its files, where they are there; they count more than sums of parameters
 */
public record Candidate(String title, ModelFacts facts, Optional<Precision> precision, Optional<WeightParts> parts) {

    /** A model of which only the plan speaks. */
    public static Candidate declared(Model model, ModelFacts facts) {
        return new Candidate(model.title(), facts, Precision.of(model.precision()), Optional.empty());
    }

    /** A model whose files are there; what they don't say is taken from the plan. */
    public static Candidate found(Model model, ModelFacts declared, FoundModel found) {
        Optional<Precision> precision = found.precision().or(() -> Precision.of(model.precision()));
        return new Candidate(model.title(), found.facts().orElse(declared), precision, found.parts());
    }

    /** The same model in another precision, whose files nobody has seen. */
    Candidate in(Precision other) {
        Map<FactKey, Sourced<Long>> numbers = new EnumMap<>(FactKey.class);
        numbers.putAll(facts.numbers());
        numbers.remove(FactKey.WEIGHT_BYTES);
        ModelFacts without = new ModelFacts(numbers, facts.architecture(), facts.revision(), facts.tiedEmbeddings());
        return new Candidate(title, without, Optional.of(other), Optional.empty());
    }

    /** A fact, or 0. */
    double number(FactKey key) {
        return facts.number(key).orElse(0);
    }
}
