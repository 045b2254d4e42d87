package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorPartTest {

    @ParameterizedTest
    @CsvSource({
        "model.embed_tokens.weight, EMBEDDING",
        "token_embd.weight, EMBEDDING",
        "model.transformer.wte.embedding, EMBEDDING",
        "lm_head.weight, HEAD",
        "output.weight, HEAD",
        "model.transformer.ff_out.weight, HEAD",
        "model.transformer.blocks.3.ff_out.weight, BODY",
        "blk.3.attn_output.weight, BODY",
        "output_norm.weight, BODY",
        "model.layers.3.attention.output.weight, BODY",
        "model.layers.3.mlp.experts.17.up_proj.weight, EXPERTS",
        "model.layers.3.mlp.shared_experts.up_proj.weight, BODY",
        "blk.3.ffn_up_exps.weight, EXPERTS",
        "blk.3.ffn_up_shexp.weight, BODY",
        "vision_model.layers.1.self_attn.q_proj.weight, VISION",
        "multi_modal_projector.linear_1.weight, VISION",
        "model.vision_backbone.image_vit.class_embedding, VISION"
    })
    void part_isToldByTheName(String tensor, TensorPart part) {
        assertThat(TensorPart.of(tensor)).isEqualTo(part);
    }
}
