#!/usr/bin/env bash
# Keeps the last finished run of each branch on the device, to set the next one beside it.
#
#   ci/earlier-run.sh BRANCH             prints where the branch's last run is kept, whether or not there is one
#   ci/earlier-run.sh BRANCH RESULTS     keeps these results, if they are of a finished run that was no dry run
#
# They go to GATE_RUNS, ~/.cache/thor-gate/runs unless set.
set -euo pipefail

branch=${1:?usage: $0 BRANCH [RESULTS]}
folder=${GATE_RUNS:-$HOME/.cache/thor-gate/runs}
# Names of branches may be anything; two of them never share a file.
file=$folder/$(printf '%s' "$branch" | tr -c 'A-Za-z0-9._-' _ | cut -c 1-60)-$(printf '%s' "$branch" | sha256sum | cut -c 1-8).json

if [ $# -eq 1 ]; then
    echo "$file"
elif [ -s "$2" ] && grep -q '"complete": true' "$2" && ! grep -q '"dry_run": true' "$2"; then
    mkdir -p "$folder"
    cp "$2" "$file.$$"
    mv "$file.$$" "$file"
    echo "kept as $file"
else
    echo "not kept: $2 holds no finished run"
fi
