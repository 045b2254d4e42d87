package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.Sourced;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Facts of one source, as they are collected. */
final class FactMap {

    private final Map<FactKey, Sourced<Long>> numbers = new EnumMap<>(FactKey.class);
    private final String source;
    private Optional<String> architecture = Optional.empty();
    private Optional<String> revision = Optional.empty();
    private Optional<Boolean> tied = Optional.empty();

    FactMap(String source) {
        this.source = source;
    }

    FactMap put(FactKey key, OptionalLong value) {
        value.ifPresent(number -> numbers.put(key, new Sourced<>(number, source)));
        return this;
    }

    FactMap put(FactKey key, long value) {
        return put(key, OptionalLong.of(value));
    }

    FactMap architecture(Optional<String> name) {
        architecture = name;
        return this;
    }

    FactMap revision(Optional<String> commit) {
        revision = commit;
        return this;
    }

    FactMap tied(Optional<Boolean> flag) {
        tied = flag;
        return this;
    }

    ModelFacts facts() {
        return new ModelFacts(
                numbers, architecture.map(this::sourced), revision.map(this::sourced), tied.map(this::sourced));
    }

    /** What the sums of a model's tensors say; the experts' part needs what its configuration says. */
    static ModelFacts of(TensorTally tally, ModelFacts configured, String source) {
        FactMap facts = new FactMap(source)
                .put(FactKey.PARAMETERS, tally.parameters())
                .put(FactKey.WEIGHT_BYTES, tally.bytes())
                .put(FactKey.VISION_PARAMETERS, tally.parameters(TensorPart.VISION));
        long width = configured.number(FactKey.WIDTH).orElse(0);
        if (width > 0) {
            facts.put(FactKey.VOCABULARY, tally.parameters(TensorPart.EMBEDDING) / width);
        }
        activeParameters(tally, configured).ifPresent(active -> facts.put(FactKey.ACTIVE_PARAMETERS, active));
        return facts.tied(Optional.of(tally.parameters(TensorPart.HEAD) == 0)).facts();
    }

    private static OptionalLong activeParameters(TensorTally tally, ModelFacts configured) {
        long routed = tally.parameters(TensorPart.EXPERTS);
        long always = tally.parameters() - tally.parameters(TensorPart.VISION) - routed;
        if (routed == 0) {
            return OptionalLong.of(always);
        }
        long all = configured.number(FactKey.EXPERTS).orElse(0);
        OptionalLong active = configured.number(FactKey.ACTIVE_EXPERTS);
        return all == 0 || active.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(always + Math.round((double) routed / all * active.getAsLong()));
    }

    private <T> Sourced<T> sourced(T value) {
        return new Sourced<>(value, source);
    }
}
