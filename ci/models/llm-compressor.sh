#!/usr/bin/env bash
# Installs llm-compressor, which quantizes models, into a folder: ci/models/llm-compressor.sh FOLDER
# Needs python3 with venv, 4 GB there. The last line it prints is the Python that has it.
#
# The ordinary build of torch serves processors and NVIDIA's GPUs alike. Its companions for pictures and sound are left out, as are
# the libraries that it loads without.
set -euo pipefail

readonly COMPRESSOR=0.14.0.1 TORCH=2.13.0 UV=0.13.8
folder=${1:?usage: $0 FOLDER}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
venv=$folder/venv
done_mark=$folder/installed-$COMPRESSOR

if [ ! -e "$done_mark" ]; then
    python3 -m venv "$folder/uv"
    "$folder/uv/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$UV"
    uv() { "$folder/uv/bin/uv" --cache-dir "$folder/cache" "$@"; }

    uv venv --quiet --clear --python "$folder/uv/bin/python" "$venv"
    {
        echo "torch==$TORCH"
        # Without a GPU nothing compiles kernels, and auto-round is another method than ours.
        unneeded=(torchvision torchaudio torchcodec auto-round)
        command -v nvidia-smi >/dev/null || unneeded+=(triton cuda-bindings nvidia-cusolver nvidia-nvtx)
        printf "%s; python_version < '3'\n" "${unneeded[@]}"
    } >"$folder/overrides.txt"
    uv pip install --quiet --python "$venv/bin/python" --override "$folder/overrides.txt" "llmcompressor==$COMPRESSOR"
    "$venv/bin/python" -c 'import llmcompressor.modifiers.transform.awq' >&2
    rm -rf "$folder/cache"
    touch "$done_mark"
fi
echo "$venv/bin/python"
