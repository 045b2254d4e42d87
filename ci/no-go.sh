#!/usr/bin/env bash
# Runs the gate with a target that no machine meets, and shows that Maven fails, that the report is written all the
# same, and that the results tell the missed target from the ones that were met.
# Usage: ci/no-go.sh     (after `mvn verify`, so that nothing needs to be downloaded)
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
results=target/gate/benchmark_results.json
report=target/allure-report/index.html

fail() {
    echo "$1" >&2
    tail -n 60 "$work/log" >&2
    exit 1
}

sed 's|A4: {targets: \[|A4: {targets: [time_to_first_token < 1 us, |' targets.yaml >"$work/targets.yaml"
if cmp -s targets.yaml "$work/targets.yaml"; then
    echo "the plan was not changed: has row A4 of profile embedded moved?" >&2
    exit 1
fi
rm -f "$results" "$report"

if mvn -B -o -q verify -DskipUnitTests -Dgate.profile=embedded -Dgate.plan="$work/targets.yaml" -Dgate.rows=A4 >"$work/log" 2>&1; then
    fail "Maven reported success for a missed target"
fi
[ -s "$report" ] || fail "no report was written"
grep -q 'NO-GO  profile embedded' "$work/log" || fail "the console does not say NO-GO"
grep -q '"verdict": "NO-GO"' "$results" || fail "the results do not say NO-GO"
grep -q '"verdict": "FAIL"' "$results" || fail "the results do not say which target failed"
grep -q '"verdict": "PASS"' "$results" || fail "the results do not say which target passed"
echo "NO-GO as it should be: exit code not 0, report and results written"
