package io.kanoa.thorgate.weights;

import java.util.List;
import java.util.Locale;

/** Parts of a model that decoding one token reads differently, told by the names of their tensors. */
enum TensorPart {
    /** Of the embedding table a token reads one row. */
    EMBEDDING,
    /** The output head is read for every token. */
    HEAD,
    /** Of the routed experts a token reads its own. */
    EXPERTS,
    /** What sees pictures is not read while text is decoded. */
    VISION,
    /** Everything else is read for every token. */
    BODY;

    private static final List<String> EMBEDDINGS =
            List.of("embed_tokens.", "tok_embeddings.", "token_embd.", "wte.", "word_embeddings.");
    private static final List<String> HEADS = List.of("lm_head.", "output.", "transformer.ff_out.");
    private static final List<String> EXPERT_MARKS = List.of(".experts.", "_exps.");
    private static final List<String> VISION_MARKS =
            List.of("vision", "visual", "image_", "multi_modal_projector", "patch_merger", "v.blk.", "mm.");

    static TensorPart of(String tensor) {
        String name = tensor.toLowerCase(Locale.ROOT);
        if (VISION_MARKS.stream().anyMatch(mark -> mark.endsWith(".") ? name.startsWith(mark) : name.contains(mark))) {
            return VISION;
        }
        if (EXPERT_MARKS.stream().anyMatch(name::contains)) {
            return EXPERTS;
        }
        if (EMBEDDINGS.stream().anyMatch(name::contains)) {
            return EMBEDDING;
        }
        return isHead(name) ? HEAD : BODY;
    }

    /** Layers have tensors named {@code output} and {@code ff_out} of their own. */
    private static boolean isHead(String name) {
        boolean ofLayer = name.contains("layers.") || name.contains("blocks.") || name.contains("blk.");
        return !ofLayer && HEADS.stream().anyMatch(head -> name.startsWith(head) || name.contains("." + head));
    }
}
