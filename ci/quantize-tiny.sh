#!/usr/bin/env bash
# Shows that models can be quantized here: installs llm-compressor by package name (2 GB of downloads), quantizes tiny real models on
# the processor, and reads the result with our own reader. Usage: ci/quantize-tiny.sh
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${ENGINES:-$HOME/.cache/thor-gate/engines}
QUANTIZER_PYTHON=$(ci/models/llm-compressor.sh "$folder/llm-compressor" | tail -n 1)
export QUANTIZER_PYTHON
mvn -B -ntp test -Pengines -Dtest.engines=llm-compressor
