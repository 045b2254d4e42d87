#!/usr/bin/env bash
# Builds Ollama for this machine's processor: ci/engines/ollama.sh FOLDER
# Needs: Go 1.24 or newer, gcc and g++, Python 3 with pip. Prints, last, the folder to put on the PATH.
set -euo pipefail

version=v0.17.4
headers=0.3.16 # of llama-cpp-python, whose source package carries the headers that a Go module may not

folder=${1:?the folder to install into}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
export PATH="$PATH:/usr/local/go/bin"

if [ "$("$folder/ollama" --version 2>/dev/null | sed -n "s/.*version is //p")" != "${version#v}" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT

    # Go leaves every folder named "vendor" out of a module: nlohmann/json, miniaudio and stb are missing from Ollama's.
    python3 -m pip download --quiet --no-deps --no-binary :all: --dest "$work" "llama-cpp-python==$headers" >&2
    tar -xzf "$work/llama_cpp_python-$headers.tar.gz" -C "$work"
    vendor=$work/llama_cpp_python-$headers/vendor/llama.cpp/vendor

    # Ollama's Go package leaves llama.cpp's AMX kernels out, but would call them on a processor that has AMX.
    native=-march=native
    [ "$(uname -m)" != x86_64 ] || native="$native -mno-amx-tile -mno-amx-int8 -mno-amx-bf16"

    # Without -march=native the processor's kernels are built for the oldest processor of its kind.
    # -ldflags: a release's own version, which a build from source lacks.
    CGO_ENABLED=1 GOBIN="$folder" \
        CGO_CPPFLAGS="-I$vendor" CGO_CFLAGS="-O3 $native" CGO_CXXFLAGS="-O3 $native" \
        go install -trimpath \
        -ldflags "-s -w -X github.com/ollama/ollama/version.Version=${version#v}" \
        "github.com/ollama/ollama@$version" >&2
fi
echo "$folder"
