#!/usr/bin/env bash
# Kills a running gate with `kill -9`, again and again: at random moments, its JVM, Maven, or both. After each kill it shows that within
# 5 seconds no process of it is left, nor a container, and that every row that had ended is there as it was: in the results file, and
# with raw files that are whole. Then the gate goes on with -Dgate.resume. Whenever a run gets to its end, its verdicts must be those of
# a run that was never killed, and the next one begins. At last no temporary file may be left.
# Usage: ci/kill-and-resume.sh     (after `mvn verify`, so that nothing needs to be downloaded)
#   TIMES=100 ROWS='A4@4k,A1@4k,C2@resident' PLAN=targets.yaml PROFILE=embedded SEED=1
#   CONTAINER_TOOL=podman and its arguments, for a plan whose engines run in containers: these may take 15 seconds
# Many kills take hours with rows that measure properly. Rows of a second or so, on the same engine:
#   PLAN=src/test/resources/io/kanoa/thorgate/junit/tiny.yaml PROFILE=quick ROWS=A1,A3,A4 ci/kill-and-resume.sh
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=ci/lib/marked.sh
source ci/lib/marked.sh

readonly times=${TIMES:-100} rows=${ROWS:-A4@4k,A1@4k,C2@resident} plan=${PLAN:-targets.yaml} profile=${PROFILE:-embedded}
readonly gone_within=$((${CONTAINER_TOOL:+10} + 5))
read -ra tool <<<"${CONTAINER_TOOL:-podman}"
readonly tool
RANDOM=${SEED:-1}
work=$(mktemp -d)
readonly work tmp=$work/tmp
readonly marker="$$-kill-and-resume"
mkdir "$tmp"
# Databases run as an ordinary user where the gate runs as root.
chmod go+x "$work" "$tmp"
trap 'end_all; rm -rf "$work"' EXIT

end_all() {
    local pid
    for pid in $(processes_marked "$marker"); do
        kill -KILL "$pid" 2>/dev/null || true
    done
}

# By the label that the gate gives them.
containers() {
    if command -v "${tool[0]}" >/dev/null; then
        "${tool[@]}" ps --all --format '{{.ID}} {{.Labels}}' 2>/dev/null | grep thor-gate || true
    fi
}

pause() { read -rt "$1" <> <(:) || true; }

millis() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }

fail() {
    echo "$1" >&2
    tail -n 40 "$work/log" >&2
    exit 1
}

# Starts a gate, by Maven's goals for it alone, so that nothing is compiled each time; leaves Maven's process in $maven, and once it
# runs the gate's in $gate.
start() { # results-folder option...
    local results=$1 until=$((SECONDS + 120))
    shift
    THOR_GATE_MARKER=$marker JAVA_TOOL_OPTIONS="-Djava.io.tmpdir=$tmp" MAVEN_OPTS="-Djava.io.tmpdir=${TMPDIR:-/tmp}" \
        mvn -B -o -q failsafe:integration-test failsafe:verify "-Dgate.plan=$plan" "-Dgate.profile=$profile" \
        "-Dgate.rows=$rows" -Dgate.history="$work/history" -Dgate.lock-file="$work/lock" -Dgate.results="$results" \
        -Dgate.allure.results="$work/allure" "$@" >"$work/log" 2>&1 &
    maven=$!
    gate=
    until [ -n "$gate" ]; do
        [ -e "/proc/$maven" ] && [ $SECONDS -lt $until ] || fail "no gate started"
        pause 0.05
        gate=$(gate_jvm "$marker" | head -n 1)
    done
}

# Leaves Maven's exit code in $code.
await_end() {
    local until=$((SECONDS + 600))
    while [ -e "/proc/$maven" ] && ! grep -q ') Z ' "/proc/$maven/stat" 2>/dev/null; do
        [ $SECONDS -lt $until ] || fail "the gate does not end"
        pause 0.1
    done
    code=0
    wait "$maven" 2>/dev/null || code=$?
}

# All but Maven, where that was not killed, must be gone; leaves in $took how many milliseconds that was after the kill.
await_nothing() { # killed-at
    local left
    while true; do
        left=$(processes_marked "$marker" | grep -vx "$spared" || true)
        took=$(($(millis) - $1))
        if [ $took -gt $((gone_within * 1000)) ]; then
            for pid in $left; do
                echo "  $pid $(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c1-160)" >&2
            done
            fail "it took $took ms until nothing ran, more than $gone_within s"
        fi
        [ -n "$left" ] || return 0
        pause 0.02
    done
}

# What the results file says: a line for each row, of which all or the verdict, once its raw files were unpacked and read; "complete"
# says whether there is one of a whole run.
read_results() { # results-folder rows|verdicts|complete|resumed
    python3 - "$@" <<'PY'
import gzip, json, pathlib, sys
folder, what = pathlib.Path(sys.argv[1]), sys.argv[2]
results = folder / "benchmark_results.json"
run = json.loads(results.read_text()) if results.exists() else {"rows": [], "complete": False}
for row in run["rows"]:
    for raw in row.get("raw", {}).values():
        for line in gzip.decompress((folder / raw).read_bytes()).splitlines():
            json.loads(line)
    if what == "rows":
        print(json.dumps(row))
    elif what == "verdicts":
        print(row["id"] + "=" + row["verdict"])
if what == "complete":
    print(run["complete"])
elif what == "resumed":
    resumed = run.get("resumed", {"times": {"value": 0}, "carried_over": []})
    print("resumed", resumed["times"]["value"], "times, carried over:", " ".join(resumed["carried_over"]) or "nothing")
PY
}

start "$work/whole"
from=$SECONDS
await_end
[ "$code" = 0 ] || fail "the gate that is not killed ended with exit code $code"
read_results "$work/whole" verdicts >"$work/expected"
readonly lasts=$((SECONDS - from + 1))
# Runs that go on are shorter, so most of the moments lie within them.
readonly latest=$((lasts * 2 / 3 + 1))
echo "not killed, $lasts s: $(paste -sd ' ' "$work/expected")"

killed=0 ended=0 slowest=0
while [ "$killed" -lt "$times" ] || [ -e "$work/gate" ]; do
    read_results "$work/gate" rows >"$work/before"
    start "$work/gate" -Dgate.resume
    victims=()
    if [ "$killed" -lt "$times" ]; then
        pause "$((RANDOM % latest)).$((RANDOM % 10))"
        case $((RANDOM % 3)) in
            0) victims=("$gate") spared=$maven whom="the gate's JVM" ;;
            1) victims=("$maven") spared=none whom="Maven" ;;
            *) victims=("$gate" "$maven") spared=none whom="both" ;;
        esac
    fi
    if [ -n "${victims[*]}" ] && [ -e "/proc/$gate" ] && at=$(millis) && kill -KILL "${victims[@]}" 2>/dev/null; then
        killed=$((killed + 1))
        await_nothing "$at"
        [ "$took" -le "$slowest" ] || slowest=$took
        [ -z "$(containers)" ] || fail "containers are left: $(containers)"
        read_results "$work/gate" rows >"$work/now" || fail "the results can't be read after kill $killed"
        if grep -Fxvf "$work/now" "$work/before" >"$work/lost"; then
            cut -c1-200 "$work/lost" >&2
            fail "rows that had ended are gone, or others than before, after kill $killed"
        fi
        echo "kill $killed, $whom: nothing left after $took ms; $(read_results "$work/gate" verdicts | paste -sd ' ')"
    fi
    await_end
    if [ "$(read_results "$work/gate" complete)" = True ] && [ ! -e "$work/gate/checkpoint" ]; then
        ended=$((ended + 1))
        read_results "$work/gate" verdicts >"$work/now"
        cmp "$work/expected" "$work/now" >&2 || fail "other verdicts than those of the run that was not killed"
        echo "run $ended ended like the one that was not killed; $(read_results "$work/gate" resumed)"
        rm -r "$work/gate"
    fi
done

start "$work/gate"
await_end
left=$(find "$work" -name '*.part' -o -name 'checkpoint*' -o -path "$tmp/*" | head)
[ -z "$left" ] || fail "temporary files are left: $left"
nothing=$(processes_marked "$marker")
[ -z "$nothing" ] || fail "processes are left: $nothing"
echo "$killed kills: no process was left after $slowest ms at most, no container, no temporary file; no row that had ended was lost;" \
    "$ended runs got to their end, with the verdicts of the one that was not killed"
