#!/usr/bin/env bash
# Makes the pages of a run that continuous integration shows: ci/report-run.sh RESULTS FOLDER [RESULTS-OF-AN-EARLIER-RUN]
# Writes FOLDER/summary.md, annotations.txt and comment.json. On GitHub it also adds the summary to the job's page and prints the
# annotations, which GitHub reads from there. Succeeds on NO-GO and without results: it tells, and judges nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=ci/lib/gate-java.sh
source "$here/lib/gate-java.sh"

results=${1:?usage: $0 RESULTS FOLDER [EARLIER]}
folder=${2:?usage: $0 RESULTS FOLDER [EARLIER]}
earlier=${3:-}

gate_java report.ci.RunPages "$results" "$folder" "thor-gate ${GATE_DEVICE_LABEL:-device}" ${earlier:+"$earlier"}
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_ACTIONS:-}" ]; then
    cat "$folder/annotations.txt"
fi
