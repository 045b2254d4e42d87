#!/usr/bin/env bash
# Installs real engines by package name and holds the gate against them: the tests of their drivers, then profile local.
#
# Usage: ci/real-engines.sh [llama-server] [ollama] [vllm] [podman] [pgvector] [pglite]     all of them without an argument
#
# ROWS are those of profile local; all of them otherwise.
# They go to ENGINES, ~/.cache/thor-gate/engines unless set, and stay there: only the first run builds and downloads.
# llama-server and Ollama are built from source (some minutes each on two cores); vLLM takes 2.5 GB of downloads.
set -euo pipefail
cd "$(dirname "$0")/.."

engines=("$@")
[ ${#engines[@]} -gt 0 ] || engines=(llama-server ollama vllm podman pgvector pglite)
folder=${ENGINES:-$HOME/.cache/thor-gate/engines}

for engine in "${engines[@]}"; do
    echo "installing $engine"
    # Its last line is the folder to put on the PATH.
    programs=$("ci/engines/$engine.sh" "$folder/$engine" | tail -n 1)
    PATH=$programs:$PATH
done
export PATH

has() { printf '%s\n' "${engines[@]}" | grep -qx "$1"; }

if ! has llama-server; then
    # The model that these are tested with comes with it.
    if has ollama || has podman; then
        PATH=$(ci/engines/llama-server.sh "$folder/llama-server" | tail -n 1):$PATH
    fi
fi
export SMOLLM2_GGUF=$folder/llama-server/SmolLM2-135M-Instruct.Q4_1.gguf

tags=$(printf '%s | ' "${engines[@]}")
# Their timing is compared with ours, and such machines stall now and then: a test that passes on a second try is told as flaky.
mvn -B -ntp test -Pengines -Dtest.engines="${tags% | } " -Dsurefire.rerunFailingTestsCount=2

if has pglite && ! has pgvector; then
    mvn -B -ntp verify -DskipUnitTests -Dgate.profile=embedded -Dgate.rows=B2 -Dgate.results=target/gate-pglite
fi

if has llama-server; then
    mvn -B -ntp verify -DskipUnitTests -Dgate.profile=local -Dgate.rows="${ROWS:-*}" -Dgate.model="$SMOLLM2_GGUF" \
        -Dgate.results=target/gate-local
fi
