package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.ModelFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A model in one GGUF file. */
final class GgufModel {

    private GgufModel() {}

    static FoundModel read(Path file) throws IOException {
        GgufFile gguf = GgufFile.read(file);
        ModelFacts said = said(gguf.header(), file.toString());
        TensorTally tally = gguf.tally();
        return new FoundModel(
                file,
                FactMap.of(tally, said, file.toString()).orElse(said),
                precision(tally.bytesByType()),
                tally.tensors(),
                tally.bytesByType(),
                Optional.of(tally.parts()));
    }

    private static ModelFacts said(GgufHeader header, String source) {
        Optional<String> architecture = header.text("general.architecture");
        String prefix = architecture.orElse("llama") + ".";
        OptionalLong layers = header.number(prefix + "block_count");
        OptionalLong heads = header.number(prefix + "attention.head_count");
        OptionalLong width = header.number(prefix + "embedding_length");
        FactMap facts = new FactMap(source)
                .architecture(architecture)
                .put(FactKey.LAYERS, layers)
                .put(FactKey.WIDTH, width)
                .put(FactKey.HEADS, heads)
                .put(FactKey.VOCABULARY, header.number(prefix + "vocab_size"))
                .put(FactKey.WINDOW, or(header.number(prefix + "attention.sliding_window"), chunk(header, prefix)))
                .put(FactKey.KEY_VALUE_HEADS, keyValueHeads(header, prefix))
                .put(FactKey.HEAD_DIMENSION, or(header.number(prefix + "attention.key_length"), ratio(width, heads)))
                .put(FactKey.EXPERTS, header.number(prefix + "expert_count"))
                .put(FactKey.ACTIVE_EXPERTS, header.number(prefix + "expert_used_count"))
                .put(FactKey.MAX_CONTEXT, header.number(prefix + "context_length"));
        return facts.facts();
    }

    private static OptionalLong chunk(GgufHeader header, String prefix) {
        return header.number(prefix + "attention.chunk_size");
    }

    /** Empty where keys and values are not kept by head in every layer: latent attention, state spaces, lists. */
    private static OptionalLong keyValueHeads(GgufHeader header, String prefix) {
        boolean byHead = header.number(prefix + "attention.kv_lora_rank").isEmpty()
                && header.number(prefix + "ssm.state_size").isEmpty();
        return byHead ? header.number(prefix + "attention.head_count_kv") : OptionalLong.empty();
    }

    private static OptionalLong or(OptionalLong first, OptionalLong second) {
        return first.isPresent() ? first : second;
    }

    private static OptionalLong ratio(OptionalLong width, OptionalLong heads) {
        return width.isPresent() && heads.orElse(0) > 0
                ? OptionalLong.of(width.getAsLong() / heads.getAsLong())
                : OptionalLong.empty();
    }

    private static Optional<Precision> precision(Map<String, Long> bytesByType) {
        return bytesByType.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .flatMap(most -> Arrays.stream(GgmlType.values())
                        .filter(type -> type.name().equals(most.getKey()))
                        .findFirst())
                .map(GgufPrecision::of);
    }
}
