"""Makes a tiny model with random weights and a tokenizer that takes each byte for a token; nothing is fetched.

make_tiny.py qwen2|molmo-like FOLDER. The second has code of its own beside it, and layers that are named and fused as Molmo's are:
attn_norm, att_proj, attn_out, ff_norm, ff_proj, ff_out below transformer.blocks. It is not Molmo: it is smaller by far and sees nothing.
"""

import shutil
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

MOLMO_LIKE = '''
import torch
from torch import nn
from torch.nn import functional as F
from transformers import PretrainedConfig, PreTrainedModel, GenerationMixin
from transformers.modeling_outputs import CausalLMOutputWithPast


class TinyConfig(PretrainedConfig):
    model_type = "tiny-molmo-like"

    def __init__(self, hidden_size=256, num_hidden_layers=2, num_attention_heads=4, intermediate_size=512, vocab_size=257, **more):
        self.hidden_size = hidden_size
        self.num_hidden_layers = num_hidden_layers
        self.num_attention_heads = num_attention_heads
        self.intermediate_size = intermediate_size
        self.vocab_size = vocab_size
        super().__init__(**more)


class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        wide, inner = config.hidden_size, config.intermediate_size
        self.heads = config.num_attention_heads
        self.attn_norm = nn.RMSNorm(wide)
        self.att_proj = nn.Linear(wide, 3 * wide)
        self.attn_out = nn.Linear(wide, wide, bias=False)
        self.ff_norm = nn.RMSNorm(wide)
        self.ff_proj = nn.Linear(wide, 2 * inner, bias=False)
        self.ff_out = nn.Linear(inner, wide, bias=False)

    def forward(self, x):
        batch, length, wide = x.shape
        q, k, v = self.att_proj(self.attn_norm(x)).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.attn_out(mixed.transpose(1, 2).reshape(batch, length, wide))
        value, gate = self.ff_proj(self.ff_norm(x)).chunk(2, dim=-1)
        return x + self.ff_out(F.silu(gate) * value)


class Inner(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.transformer = nn.ModuleDict(
            {
                "wte": nn.Embedding(config.vocab_size, config.hidden_size),
                "blocks": nn.ModuleList([Block(config) for _ in range(config.num_hidden_layers)]),
                "ln_f": nn.RMSNorm(config.hidden_size),
                "ff_out": nn.Linear(config.hidden_size, config.vocab_size, bias=False),
            }
        )

    def forward(self, ids):
        x = self.transformer.wte(ids)
        for block in self.transformer.blocks:
            x = block(x)
        return self.transformer.ff_out(self.transformer.ln_f(x))


class TinyForCausalLM(PreTrainedModel, GenerationMixin):
    config_class = TinyConfig
    _no_split_modules = ["Block"]

    def __init__(self, config):
        super().__init__(config)
        self.model = Inner(config)
        self.post_init()

    def forward(self, input_ids=None, attention_mask=None, **more):
        return CausalLMOutputWithPast(logits=self.model(input_ids))
'''


def tokenizer():
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    made = Tokenizer(models.BPE(vocab={text: at for at, text in enumerate(["<end>", *alphabet])}, merges=[]))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    return PreTrainedTokenizerFast(tokenizer_object=made, eos_token="<end>", pad_token="<end>")


def qwen2(folder):
    return Qwen2ForCausalLM(
        Qwen2Config(
            vocab_size=257,
            hidden_size=256,
            intermediate_size=512,
            num_hidden_layers=2,
            num_attention_heads=4,
            num_key_value_heads=2,
            max_position_embeddings=512,
            tie_word_embeddings=False,
        )
    )


def molmo_like(folder):
    code = folder.parent / "tiny_code"
    code.mkdir()
    (code / "modeling_tiny.py").write_text(MOLMO_LIKE)
    sys.path.insert(0, str(code))
    import modeling_tiny

    modeling_tiny.TinyConfig.register_for_auto_class()
    modeling_tiny.TinyForCausalLM.register_for_auto_class("AutoModelForCausalLM")
    return modeling_tiny.TinyForCausalLM(modeling_tiny.TinyConfig())


def main():
    kind, folder = sys.argv[1], Path(sys.argv[2])
    torch.manual_seed(1)
    model = {"qwen2": qwen2, "molmo-like": molmo_like}[kind](folder)
    model.to(torch.bfloat16).save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    shutil.rmtree(folder.parent / "tiny_code", ignore_errors=True)


if __name__ == "__main__":
    main()
