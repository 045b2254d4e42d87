#!/usr/bin/env bash
# Installs llm-compressor, which quantizes models, into a folder: ci/models/llm-compressor.sh FOLDER
# Needs python3 with venv, 4 GB there. The last line it prints is the Python that has it.
#
# The ordinary build of torch serves processors and NVIDIA's GPUs alike. Its companions for pictures and sound are left out, as are
# the libraries that it loads without.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=ci/lib/lean-venv.sh
source "$here/../lib/lean-venv.sh"

readonly COMPRESSOR=0.14.0.1 TORCH=2.13.0
folder=${1:?usage: $0 FOLDER}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
done_mark=$folder/installed-$COMPRESSOR

if [ ! -e "$done_mark" ]; then
    # auto-round is another method than ours; without a GPU nothing compiles kernels.
    unneeded=(torchvision torchaudio torchcodec auto-round)
    command -v nvidia-smi >/dev/null || unneeded+=(triton cuda-bindings nvidia-cusolver nvidia-nvtx)
    lean_venv "$folder" "llmcompressor==$COMPRESSOR" "$TORCH" "${unneeded[@]}"
    "$folder/venv/bin/python" -c 'import llmcompressor.modifiers.transform.awq' >&2
    touch "$done_mark"
fi
echo "$folder/venv/bin/python"
