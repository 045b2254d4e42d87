#!/usr/bin/env bash
# As ci/kill-and-resume.sh, with the engine in a container: kills the running gate at random moments, and shows that 15 seconds later
# neither the container nor a process is left, and that the run is gone on with. The engine is a real llama-server with a small model.
# Usage: ci/kill-containers.sh     (after `mvn verify`; needs root for podman)
#   TIMES=20 SEED=1 ENGINES=folder of the engines, ~/.cache/thor-gate/engines unless set
set -euo pipefail
cd "$(dirname "$0")/.."

readonly engines=${ENGINES:-$HOME/.cache/thor-gate/engines} image=localhost/thor-gate-llama
programs=$(ci/engines/llama-server.sh "$engines/llama-server" | tail -n 1)
server=$(readlink -f "$programs/llama-server")
podman=$(ci/engines/podman.sh "$engines/podman" | tail -n 1)/podman
work=$(mktemp -d)
readonly programs server podman work
readonly arguments=(--root "$work/store" --runroot "$work/run" --storage-driver vfs --runtime runc)
trap 'rm -rf --one-file-system "$work"' EXIT

# The server and the libraries that it is linked to, each where it is looked for.
mkdir -p "$work/root"/{proc,sys,dev,tmp,etc,run,models}
{
    echo "$server"
    ldd "$server" | grep -o '/[^ ]*'
} | while read -r file; do
    mkdir -p "$work/root$(dirname "$file")"
    cp "$(readlink -f "$file")" "$work/root$file"
done
tar -C "$work/root" -cf "$work/root.tar" .
"$podman" "${arguments[@]}" import -q "$work/root.tar" "$image" >/dev/null

cat >"$work/plan.yaml" <<YAML
plan: A small plan with its engine in a container
device: {name: any machine with podman}
models:
  small: {title: SmolLM2 135M, roles: [chat], source: HuggingFaceTB/SmolLM2-135M-Instruct, precision: 4 bit,
    serve: {boxed: {model: /models/SmolLM2-135M-Instruct.Q4_1.gguf}}}
engines:
  boxed:
    driver: llama-server
    container:
      image: $image
      command: ["$server"]
      tool: $podman
      tool-arguments: [$(printf '"%s", ' "${arguments[@]}")]
      run-arguments: [--ulimit, "nofile=1024:1024", --ulimit, "nproc=1000:1000"]
      volumes: ["$engines/llama-server:/models:ro"]
scenarios:
  A:
    title: Single
    rows:
      - {id: A1, model: small, context: [4k], targets: [output_token_throughput_per_user > 1 tok/s]}
      - {id: A2, model: small, context: [8k], targets: [output_token_throughput_per_user > 1 tok/s]}
profiles:
  boxed:
    engine: boxed
    contexts: {4k: 96, 8k: 192}
    sampling: {warm-up: 1, requests: 8, output-tokens: 32, think-time: 1 ms, stall-timeout: 30 s, load-timeout: 60 s, time-limit: 60 s, unsteady: allow}
    background: {rate: 1 req/s, input-tokens: 16, output-tokens: 4}
YAML
TIMES=${TIMES:-20} PLAN=$work/plan.yaml PROFILE=boxed ROWS='*' CONTAINER_TOOL="$podman ${arguments[*]}" ci/kill-and-resume.sh
