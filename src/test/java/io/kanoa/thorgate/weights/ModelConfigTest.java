package io.kanoa.thorgate.weights;

import static io.kanoa.thorgate.plan.FactKey.EXPERTS;
import static io.kanoa.thorgate.plan.FactKey.HEAD_DIMENSION;
import static io.kanoa.thorgate.plan.FactKey.KEY_VALUE_HEADS;
import static io.kanoa.thorgate.plan.FactKey.LAYERS;
import static io.kanoa.thorgate.plan.FactKey.MAX_CONTEXT;
import static io.kanoa.thorgate.plan.FactKey.WINDOW;
import static io.kanoa.thorgate.plan.FactKey.WINDOWED_LAYERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelConfigTest {

    @TempDir
    private Path folder;

    @Test
    void olmo3_slidesInThreeOfFourLayers() throws IOException {
        String types = String.join(
                ",",
                Collections.nCopies(
                        16, "\"sliding_attention\",\"sliding_attention\",\"sliding_attention\",\"full_attention\""));
        ModelConfig config = read("""
                {"architectures": ["Olmo3ForCausalLM"], "model_type": "olmo3", "hidden_size": 5120,
                 "num_hidden_layers": 64, "num_attention_heads": 40, "num_key_value_heads": 8, "vocab_size": 100278,
                 "sliding_window": 4096, "max_position_embeddings": 65536, "tie_word_embeddings": false,
                 "dtype": "bfloat16", "layer_types": [%s]}
                """.formatted(types));
        assertThat(config.facts().number(WINDOWED_LAYERS)).hasValue(48);
        assertThat(config.facts().number(WINDOW)).hasValue(4096);
        assertThat(config.facts().number(HEAD_DIMENSION)).hasValue(128);
        assertThat(config.facts().architecture().orElseThrow().value()).isEqualTo("Olmo3ForCausalLM");
        assertThat(config.computedIn()).hasValue(Precision.BF16);
    }

    @Test
    void ministral3_hasItsTextModelNestedAndItsWeightsInFp8() throws IOException {
        ModelConfig config = read("""
                {"architectures": ["Mistral3ForConditionalGeneration"], "dtype": "bfloat16", "model_type": "mistral3",
                 "quantization_config": {"quant_method": "fp8", "activation_scheme": "static"},
                 "text_config": {"model_type": "ministral3", "hidden_size": 5120, "num_hidden_layers": 40,
                   "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128, "sliding_window": null,
                   "max_position_embeddings": 262144, "vocab_size": 131072},
                 "vision_config": {"num_hidden_layers": 24}}
                """);
        assertThat(config.facts().number(LAYERS)).hasValue(40);
        assertThat(config.facts().number(WINDOWED_LAYERS)).hasValue(0);
        assertThat(config.quantization().orElseThrow().precision()).isEqualTo(Precision.FP8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"no_rope_layers\": [] | 36",
                "\"no_rope_layers\": [1, 1, 1, 0] | 3",
                "\"layer_types\": [\"chunked_attention\", \"full_attention\"] | 1"
            })
    void llama4_attendsInChunks(String layers, long chunked) throws IOException {
        ModelConfig config = read("""
                {"architectures": ["Llama4ForConditionalGeneration"], "model_type": "llama4",
                 "text_config": {"model_type": "llama4_text", "hidden_size": 5120, "num_hidden_layers": 48,
                   "num_attention_heads": 40, "num_key_value_heads": 8, "head_dim": 128, "num_local_experts": 128,
                   "num_experts_per_tok": 1, "interleave_moe_layer_step": 2, "torch_dtype": "bfloat16", %s}}
                """.formatted(layers));
        assertThat(config.facts().number(WINDOWED_LAYERS)).hasValue(chunked);
        assertThat(config.facts().number(WINDOW)).hasValue(8192);
        assertThat(config.facts().number(EXPERTS)).hasValue(128);
        assertThat(config.computedIn()).hasValue(Precision.BF16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"model_type\": \"mistral\" | 32",
                "\"use_sliding_window\": false, \"max_window_layers\": 20 | 0",
                "\"use_sliding_window\": true, \"max_window_layers\": 20 | 12"
            })
    void windowWithoutLayerTypes_isReadAsItsFamilyMeansIt(String family, long windowed) throws IOException {
        ModelConfig config = read("{\"num_hidden_layers\": 32, \"sliding_window\": 4096, " + family + "}");
        assertThat(config.facts().number(WINDOWED_LAYERS)).hasValue(windowed);
    }

    @Test
    void molmo_isReadLikeItsQwen2() throws IOException {
        ModelConfig config = read("""
                {"architectures": ["MolmoForCausalLM"], "model_type": "molmo", "hidden_size": 8192,
                 "num_hidden_layers": 80, "num_attention_heads": 64, "num_key_value_heads": 8, "vocab_size": 152064,
                 "max_position_embeddings": 4096, "torch_dtype": "float32"}
                """);
        assertThat(config.facts().number(HEAD_DIMENSION)).hasValue(128);
        assertThat(config.facts().number(KEY_VALUE_HEADS)).hasValue(8);
        assertThat(config.facts().number(MAX_CONTEXT)).hasValue(4096);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"kv_lora_rank\": 512 |", "\"layer_types\": [\"linear_attention\", \"full_attention\"] |"})
    void cacheThatIsNotKeptByHead_isNotGuessed(String attention) throws IOException {
        String heads = "\"num_attention_heads\": 8, \"num_key_value_heads\": 8";
        assertThat(read("{" + heads + "}").facts().number(KEY_VALUE_HEADS)).hasValue(8);
        assertThat(read("{" + heads + ", " + attention + "}").facts().number(KEY_VALUE_HEADS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quant_method\": \"awq\", \"bits\": 4 | AWQ",
                "\"quant_method\": \"gptq\", \"bits\": 4 | GPTQ",
                "\"quant_method\": \"gptq\", \"bits\": 8 | INT8",
                "\"quant_method\": \"fp8\" | FP8",
                "\"quant_method\": \"mxfp4\" | MXFP4",
                "\"quant_method\": \"modelopt\", \"quant_algo\": \"NVFP4\" | NVFP4",
                "\"quant_method\": \"compressed-tensors\", \"format\": \"nvfp4-pack-quantized\" | NVFP4",
                "\"quant_method\": \"bitsandbytes\", \"load_in_4bit\": true | 4-bit",
                "\"quant_method\": \"compressed-tensors\", \"format\": \"pack-quantized\", \"config_groups\": {\"g\": {\"weights\": {\"num_bits\": 4}}} | 4-bit",
                "\"quant_method\": \"compressed-tensors\", \"format\": \"int-quantized\" | INT8",
                "\"quant_method\": \"compressed-tensors\", \"format\": \"float-quantized\" | FP8"
            })
    void quantization_isNamed(String quantization, String name) throws IOException {
        ModelConfig config = read("{\"quantization_config\": {" + quantization + "}}");
        assertThat(config.quantization().orElseThrow().precision().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"num_hidden_layers\": -3} | num_hidden_layers is -3",
                "{\"num_attention_heads\": 0, \"hidden_size\": 8} | num_attention_heads is 0",
                "{\"vocab_size\": \"many\"} | vocab_size is \"many\"",
                "{\"hidden_size\": 1e300} | hidden_size is 1.0E300",
                "{\"hidden_size\": 99999999999999999999999} | hidden_size is 99999999999999999999999",
                "{\"quantization_config\": {\"bits\": 0}} | states 0 bits",
                "[] | not a JSON object",
                "{\"a\": | at byte"
            })
    void impossibleConfig_isRefusedWithTheFile(String json, String problem) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("config.json")
                .hasMessageContaining(problem);
    }

    @Test
    void deepConfig_isRefused() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(50_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nesting depth");
    }

    private ModelConfig read(String json) throws IOException {
        return ModelConfig.read(Files.writeString(folder.resolve("config.json"), json));
    }
}
