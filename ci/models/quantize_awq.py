"""Quantizes a model to 4 bits with AWQ: groups of 128 weights, each with a scale and a zero point.

Called by ci/prepare-models.sh, with the Python that ci/models/llm-compressor.sh installs. It reads SOURCE and writes FOLDER, in the format
compressed-tensors ("pack-quantized"), which vLLM loads. Nothing is fetched: SOURCE is a folder, and so is what it is calibrated with.
"""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

MANIFEST = "thor-gate-manifest.json"

# Before the libraries are loaded: they ask the hub otherwise, by the name of a model or to count users.
os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1", TOKENIZERS_PARALLELISM="false")
# Its code may come from the model's repository.
for secret in ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"):
    os.environ.pop(secret, None)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="folder with the unquantized model")
    parser.add_argument("folder", type=Path, help="folder to write; must not exist")
    parser.add_argument("--text", type=Path, required=True, help="file with plain text to calibrate with; paragraphs are samples")
    parser.add_argument("--samples", type=int, default=128, help="samples to calibrate with, at most")
    parser.add_argument("--length", type=int, default=512, help="tokens of a sample, at most")
    parser.add_argument("--group", type=int, default=128, help="weights that share a scale and a zero point")
    parser.add_argument("--memory", help='what of the model is held in memory, e.g. "100GB"; the rest lies on the disk')
    parser.add_argument("--trust-remote-code", action="store_true", help="run Python code that the model's repository brings along")
    return parser.parse_args()


def load(asked):
    from llmcompressor.utils import load_context
    from transformers import AutoModelForCausalLM, AutoTokenizer

    trust = asked.trust_remote_code
    tokenizer = AutoTokenizer.from_pretrained(asked.source, trust_remote_code=trust)
    offload = {}
    if asked.memory:
        offload = {
            "device_map": "auto_offload",
            "max_memory": {"cpu": asked.memory},
            "offload_folder": str(asked.folder) + ".offload",
        }
    with load_context():
        model = AutoModelForCausalLM.from_pretrained(asked.source, dtype="bfloat16", trust_remote_code=trust, **offload)
    return model.eval(), tokenizer


def samples(asked, tokenizer):
    from datasets import Dataset

    paragraphs = asked.text.read_text(encoding="utf-8").split("\n\n")
    tokens = [tokenizer(p, truncation=True, max_length=asked.length)["input_ids"] for p in paragraphs if p.strip()]
    tokens = [t for t in tokens if t][: asked.samples]
    if not tokens:
        sys.exit(f"{asked.text} holds no text to calibrate with")
    return Dataset.from_dict({"input_ids": tokens, "attention_mask": [[1] * len(t) for t in tokens]})


def mappings(model):
    """Which norm's output is the input of which layers. None leaves it to the library, which knows the usual names.

    Molmo fuses its projections: only what a norm feeds can be told apart, and its SwiGLU takes the gate from the second half, so that
    nothing can be moved from ff_proj into ff_out.
    """
    from llmcompressor.modifiers.transform.awq import AWQMapping

    if not any(name.endswith(".att_proj") for name, _ in model.named_modules()):
        return None
    return [
        AWQMapping("re:.*transformer\\.blocks\\..*attn_norm$", ["re:.*transformer\\.blocks\\..*att_proj$"]),
        AWQMapping("re:.*transformer\\.blocks\\..*ff_norm$", ["re:.*transformer\\.blocks\\..*ff_proj$"]),
    ]


def unquantized(model):
    """The output head and whatever sees: vLLM keeps both in 16 bits, and the plan's sums do so too."""
    seeing = ("vision", "visual", "image", "multi_modal_projector", "connector", "patch")
    return [
        name
        for name, module in model.named_modules()
        if module.__class__.__name__ == "Linear"
        and (name.endswith("lm_head") or name.endswith("transformer.ff_out") or any(word in name.lower() for word in seeing))
    ]


def leave_memory_unpinned_without_gpu():
    """llm-compressor 0.14 pins memory for copies to a GPU even where there is none, and torch refuses that."""
    import torch
    from llmcompressor.pipelines.cache import IntermediatesCache

    if not torch.accelerator.is_available():
        IntermediatesCache.pin_memory = lambda self, batch_index, input_names=None: None


def quantize(asked, model, tokenizer):
    from compressed_tensors.quantization import QuantizationArgs, QuantizationScheme
    from llmcompressor import oneshot
    from llmcompressor.modifiers.quantization import QuantizationModifier
    from llmcompressor.modifiers.transform.awq import AWQModifier

    weights = QuantizationArgs(num_bits=4, type="int", symmetric=False, strategy="group", group_size=asked.group)
    scheme = QuantizationScheme(targets=["Linear"], weights=weights)
    leave_memory_unpinned_without_gpu()
    own = mappings(model)
    recipe = [
        AWQModifier(**({} if own is None else {"mappings": own})),
        QuantizationModifier(config_groups={"group_0": scheme}, ignore=unquantized(model)),
    ]
    data = samples(asked, tokenizer)
    oneshot(
        model=model,
        tokenizer=tokenizer,
        dataset=data,
        recipe=recipe,
        max_seq_length=asked.length,
        num_calibration_samples=len(data),
        trust_remote_code_model=asked.trust_remote_code,
        log_dir=None,
    )


def save(asked, model, tokenizer):
    model.save_pretrained(asked.folder, save_compressed=True)
    tokenizer.save_pretrained(asked.folder)
    # What serves images and the model's own code need stands beside the weights, and is not saved with them.
    for file in asked.source.iterdir():
        small = file.suffix in {".json", ".py", ".txt", ".model", ".jinja"} and not file.name.endswith(".index.json")
        if small and file.name != MANIFEST and not (asked.folder / file.name).exists():
            shutil.copyfile(file, asked.folder / file.name)


def main():
    asked = arguments()
    if asked.folder.exists():
        sys.exit(f"{asked.folder} is there already; name another folder")
    model, tokenizer = load(asked)
    quantize(asked, model, tokenizer)
    save(asked, model, tokenizer)
    config = json.loads((asked.folder / "config.json").read_text(encoding="utf-8"))
    print(json.dumps(config.get("quantization_config", {}).get("config_groups", {}), indent=1))


if __name__ == "__main__":
    main()
