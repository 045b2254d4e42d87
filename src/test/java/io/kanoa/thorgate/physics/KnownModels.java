package io.kanoa.thorgate.physics;

import static io.kanoa.thorgate.plan.FactKey.ACTIVE_EXPERTS;
import static io.kanoa.thorgate.plan.FactKey.ACTIVE_PARAMETERS;
import static io.kanoa.thorgate.plan.FactKey.EXPERTS;
import static io.kanoa.thorgate.plan.FactKey.HEAD_DIMENSION;
import static io.kanoa.thorgate.plan.FactKey.KEY_VALUE_HEADS;
import static io.kanoa.thorgate.plan.FactKey.LAYERS;
import static io.kanoa.thorgate.plan.FactKey.MAX_CONTEXT;
import static io.kanoa.thorgate.plan.FactKey.PARAMETERS;
import static io.kanoa.thorgate.plan.FactKey.VISION_PARAMETERS;
import static io.kanoa.thorgate.plan.FactKey.VOCABULARY;
import static io.kanoa.thorgate.plan.FactKey.WIDTH;
import static io.kanoa.thorgate.plan.FactKey.WINDOW;
import static io.kanoa.thorgate.plan.FactKey.WINDOWED_LAYERS;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.Sourced;
import io.kanoa.thorgate.weights.Precision;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Public facts of the plan's models, from their configurations and model cards. */
final class KnownModels {

    /** 48 layers, a mixture in every second one, 128 experts; 3 of 4 layers attend within chunks of 8192 tokens. */
    static final ModelFacts MAVERICK = new Facts()
            .put(PARAMETERS, 400_700_000_000L)
            .put(ACTIVE_PARAMETERS, 17_200_000_000L)
            .put(LAYERS, 48)
            .put(WIDTH, 5120)
            .put(VOCABULARY, 202_048)
            .put(KEY_VALUE_HEADS, 8)
            .put(HEAD_DIMENSION, 128)
            .put(EXPERTS, 128)
            .put(ACTIVE_EXPERTS, 1)
            .put(WINDOWED_LAYERS, 36)
            .put(WINDOW, 8192)
            .put(MAX_CONTEXT, 1_048_576)
            .facts();

    static final ModelFacts SCOUT = new Facts()
            .put(PARAMETERS, 109_000_000_000L)
            .put(EXPERTS, 16)
            .facts()
            .orElse(MAVERICK);

    /** 3 of 4 layers slide over 4096 tokens. */
    static final ModelFacts OLMO = new Facts()
            .put(PARAMETERS, 32_234_000_000L)
            .put(LAYERS, 64)
            .put(WIDTH, 5120)
            .put(VOCABULARY, 100_278)
            .put(KEY_VALUE_HEADS, 8)
            .put(HEAD_DIMENSION, 128)
            .put(WINDOWED_LAYERS, 48)
            .put(WINDOW, 4096)
            .put(MAX_CONTEXT, 65_536)
            .facts();

    /** Qwen2-72B; its vision tower is not counted. */
    static final ModelFacts MOLMO = new Facts()
            .put(PARAMETERS, 72_700_000_000L)
            .put(LAYERS, 80)
            .put(WIDTH, 8192)
            .put(VOCABULARY, 152_064)
            .put(KEY_VALUE_HEADS, 8)
            .put(HEAD_DIMENSION, 128)
            .put(MAX_CONTEXT, 4096)
            .facts();

    static final ModelFacts MINISTRAL = new Facts()
            .put(PARAMETERS, 13_900_000_000L)
            .put(VISION_PARAMETERS, 400_000_000L)
            .put(LAYERS, 40)
            .put(WIDTH, 5120)
            .put(VOCABULARY, 131_072)
            .put(KEY_VALUE_HEADS, 8)
            .put(HEAD_DIMENSION, 128)
            .put(MAX_CONTEXT, 262_144)
            .facts();

    private static final Map<String, ModelFacts> BY_ID = Map.of(
            "llama-4-maverick-17b", MAVERICK,
            "llama-4-scout-17b", SCOUT,
            "olmo-3-32b-think", OLMO,
            "molmo-72b", MOLMO,
            "ministral-3-14b", MINISTRAL);

    private KnownModels() {}

    static Candidate candidate(String id, Precision precision) {
        return new Candidate(id, factsOf(id), Optional.of(precision), Optional.empty());
    }

    static Candidate candidate(Model model) {
        return Candidate.declared(model, factsOf(model.id()));
    }

    static ModelFacts factsOf(String id) {
        return BY_ID.getOrDefault(id, ModelFacts.NONE);
    }

    /** Collects facts. */
    static final class Facts {

        private final Map<FactKey, Sourced<Long>> numbers = new EnumMap<>(FactKey.class);

        Facts put(FactKey key, long value) {
            numbers.put(key, new Sourced<>(value, "model card"));
            return this;
        }

        ModelFacts facts() {
            return ModelFacts.of(numbers);
        }
    }
}
