"""Writes the tiny models beside this file with the reference library: pip install safetensors ml_dtypes; python make_fixtures.py

All weights are zero. Each folder is laid out as a repository of the transformers library.
"""

import json
import pathlib

import ml_dtypes  # gives numpy the names bfloat16 and float8_e4m3fn
import numpy
from safetensors.numpy import save_file

HERE = pathlib.Path(__file__).parent


def tensor(dtype, *shape):
    return numpy.zeros(shape, getattr(ml_dtypes, dtype, dtype))


def write(folder, name, tensors):
    path = HERE / folder
    path.mkdir(exist_ok=True)
    save_file(tensors, path / name, {"format": "pt"})


def config(folder, values):
    (HERE / folder / "config.json").write_text(json.dumps(values, indent=2) + "\n")


def single():
    """BF16, the embedding table is the output head."""
    layer = "model.layers.0."
    write("single", "model.safetensors", {
        "model.embed_tokens.weight": tensor("bfloat16", 24, 8),
        layer + "self_attn.q_proj.weight": tensor("bfloat16", 8, 8),
        layer + "self_attn.k_proj.weight": tensor("bfloat16", 4, 8),
        layer + "self_attn.v_proj.weight": tensor("bfloat16", 4, 8),
        layer + "self_attn.o_proj.weight": tensor("bfloat16", 8, 8),
        layer + "mlp.down_proj.weight": tensor("bfloat16", 8, 16),
        "model.norm.weight": tensor("float32", 8),
    })
    config("single", {
        "architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 8, "num_hidden_layers": 1,
        "num_attention_heads": 2, "num_key_value_heads": 1, "vocab_size": 24, "max_position_embeddings": 64,
        "tie_word_embeddings": True, "torch_dtype": "bfloat16",
    })


def sharded():
    """FP8 with four experts of which a token takes one, a vision tower, two shards and their index."""
    experts = {f"language_model.model.layers.0.feed_forward.experts.{i}.up_proj.weight": tensor("float8_e4m3fn", 8, 8)
               for i in range(4)}
    scales = {name + "_scale": tensor("float32", 1) for name in experts}
    shards = {
        "model-00001-of-00002.safetensors": {
            "language_model.model.embed_tokens.weight": tensor("bfloat16", 24, 8), **experts, **scales},
        "model-00002-of-00002.safetensors": {
            "language_model.model.layers.0.self_attn.o_proj.weight": tensor("float8_e4m3fn", 8, 8),
            "vision_model.patch_embedding.linear.weight": tensor("bfloat16", 8, 12),
            "language_model.lm_head.weight": tensor("bfloat16", 24, 8)},
    }
    for name, tensors in shards.items():
        write("sharded", name, tensors)
    index = {"metadata": {"total_size": sum(t.nbytes for shard in shards.values() for t in shard.values())},
             "weight_map": {tensor: name for name, tensors in shards.items() for tensor in tensors}}
    (HERE / "sharded" / "model.safetensors.index.json").write_text(json.dumps(index, indent=2) + "\n")
    config("sharded", {
        "architectures": ["Llama4ForConditionalGeneration"], "model_type": "llama4", "torch_dtype": "bfloat16",
        "text_config": {
            "model_type": "llama4_text", "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2,
            "num_key_value_heads": 1, "head_dim": 4, "vocab_size": 24, "num_local_experts": 4,
            "num_experts_per_tok": 1, "interleave_moe_layer_step": 1, "attention_chunk_size": 8192,
            "max_position_embeddings": 1048576},
        "quantization_config": {"quant_method": "compressed-tensors", "format": "float-quantized",
                                "config_groups": {"group_0": {"weights": {"num_bits": 8, "type": "float"}}}},
    })


def awq():
    """Eight 4-bit weights in each int32, with scales and zero points for groups of eight."""
    name = "model.layers.0.mlp.down_proj."
    write("awq", "model.safetensors", {
        "model.embed_tokens.weight": tensor("float16", 24, 8),
        name + "qweight": tensor("int32", 16, 1),
        name + "qzeros": tensor("int32", 2, 1),
        name + "scales": tensor("float16", 2, 8),
        "lm_head.weight": tensor("float16", 24, 8),
    })
    config("awq", {
        "architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "hidden_size": 8, "num_hidden_layers": 1,
        "num_attention_heads": 2, "num_key_value_heads": 1, "vocab_size": 24, "max_position_embeddings": 64,
        "sliding_window": 32, "use_sliding_window": False, "max_window_layers": 1,
        "tie_word_embeddings": False, "torch_dtype": "float16",
        "quantization_config": {"quant_method": "awq", "bits": 4, "group_size": 8, "version": "gemm"},
    })


if __name__ == "__main__":
    single()
    sharded()
    awq()
