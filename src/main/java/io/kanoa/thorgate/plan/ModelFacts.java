package io.kanoa.thorgate.plan;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is stated of a model, by a plan or by its files. Everything may be missing.
 *
 * @param numbers none of them negative
 * @param architecture the class that runs it, e.g. {@code Olmo3ForCausalLM}
 * @param revision commit of the repository that its files are from
 * @param tiedEmbeddings whether the output head is the embedding table
 */
public record ModelFacts(
        Map<FactKey, Sourced<Long>> numbers,
        Optional<Sourced<String>> architecture,
        Optional<Sourced<String>> revision,
        Optional<Sourced<Boolean>> tiedEmbeddings) {

    /** Nothing is known. */
    public static final ModelFacts NONE = of(Map.of());

    /** @throws IllegalArgumentException if a number is negative */
    public ModelFacts {
        numbers.forEach(ModelFacts::requireNotNegative);
        numbers = Map.copyOf(numbers);
    }

    /** Numbers alone. */
    public static ModelFacts of(Map<FactKey, Sourced<Long>> numbers) {
        return new ModelFacts(numbers, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The value of a fact, if it is known. */
    public OptionalLong number(FactKey key) {
        Sourced<Long> fact = numbers.get(key);
        return fact == null ? OptionalLong.empty() : OptionalLong.of(fact.value());
    }

    /** Those of {@code keys} that are not known, in their order. */
    public List<FactKey> missing(FactKey... keys) {
        return Arrays.stream(keys).filter(key -> !numbers.containsKey(key)).toList();
    }

    /** These facts, and {@code others} where these say nothing. */
    public ModelFacts orElse(ModelFacts others) {
        Map<FactKey, Sourced<Long>> all = new EnumMap<>(FactKey.class);
        all.putAll(others.numbers);
        all.putAll(numbers);
        return new ModelFacts(
                all,
                architecture.or(others::architecture),
                revision.or(others::revision),
                tiedEmbeddings.or(others::tiedEmbeddings));
    }

    private static void requireNotNegative(FactKey key, Sourced<Long> fact) {
        if (fact.value() < 0) {
            throw new IllegalArgumentException(key + " is " + fact + "; it can't be negative");
        }
    }
}
