#!/usr/bin/env bash
# Shows on the embedded engine, for real, that a slower engine is a REGRESSION and an unchanged one is not: ten runs build a
# history, then the same run again and again, in turn unchanged and slowed.
# Usage: ci/regression.sh     (after `mvn verify`, so that nothing needs to be downloaded; on a machine that does nothing else)
#   ROW=A4@4k TRIES=5 SLOWER=15 RUNS=10
#
# The engine is slowed as cpulimit does it: its process is stopped for a part of each 40 ms (SIGSTOP, SIGCONT). Fewer threads
# (-Dgate.embedded.threads) would be part of the fingerprint, and such a run would rightly not be compared at all.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=ci/lib/marked.sh
source ci/lib/marked.sh

readonly row=${ROW:-A4@4k} tries=${TRIES:-5} slower=${SLOWER:-15} runs=${RUNS:-10}
work=$(mktemp -d)
readonly marker="$$-regression"
readonly period_us=40000
# So long a stop that what is left of each period takes 100 + SLOWER percent of the time.
readonly stop_us=$((period_us * slower / (100 + slower)))
brake=
trap 'release; rm -rf "$work"' EXIT

release() {
    if [ -n "$brake" ]; then
        kill "$brake" 2>/dev/null || true
        wait "$brake" 2>/dev/null || true
        brake=
    fi
}

# Each pause is a read that times out, so that none of them starts a process.
brake() {
    local stop go pid silence
    stop=$(printf '0.%06d' $stop_us)
    go=$(printf '0.%06d' $((period_us - stop_us)))
    exec {silence}<> <(:)
    trap 'kill -CONT $pid 2>/dev/null; exit 0' TERM
    while true; do
        pid=$(process_of "$marker" EmbeddedServer | head -n 1)
        if [ -z "$pid" ]; then
            read -rt 0.1 -u "$silence" || true
            continue
        fi
        while kill -STOP "$pid" 2>/dev/null; do
            read -rt "$stop" -u "$silence" || true
            kill -CONT "$pid" 2>/dev/null || true
            read -rt "$go" -u "$silence" || true
        done
    done
}

gate() { # name; leaves the verdict of the row in $verdict
    THOR_GATE_MARKER=$marker mvn -B -o -q verify -DskipUnitTests -Dspotless.check.skip -Dallure.skip \
        -Dgate.profile=embedded -Dgate.rows="$row" -Dgate.history="$work/history" -Dgate.results="$work/$1" \
        -Dgate.allure.results="$work/allure" >"$work/$1.log" 2>&1 || true
    if [ ! -s "$work/$1/benchmark_results.json" ]; then
        tail -n 40 "$work/$1.log" >&2
        exit 1
    fi
    verdict=$(grep -m 1 '^      "verdict"' "$work/$1/benchmark_results.json" | cut -d '"' -f 4)
    echo "$1: $verdict"
    sed -n '/^beside earlier runs/,/^$/p' "$work/$1.log" | sed 1d | sed 's/^/    /'
}

for run in $(seq "$runs"); do
    gate "run-$run"
done
# What follows is compared with those ten runs alone, whatever comes of it.
cp -r "$work/history" "$work/ten"
accused=0
found=0
for try in $(seq "$tries"); do
    rm -rf "$work/history" && cp -r "$work/ten" "$work/history"
    gate "unchanged-$try"
    [ "$verdict" != REGRESSION ] || accused=$((accused + 1))

    rm -rf "$work/history" && cp -r "$work/ten" "$work/history"
    brake &
    brake=$!
    gate "slower-$try"
    release
    [ "$verdict" != REGRESSION ] || found=$((found + 1))
done
echo "unchanged: $accused of $tries accused; $slower % slower: $found of $tries found"
[ "$accused" -eq 0 ] && [ "$found" -eq "$tries" ]
