#!/usr/bin/env bash
# Ends a running gate in each way that it can be ended, and shows that no process of it is left within 10 seconds.
# Usage: ci/no-orphans.sh     (after `mvn verify` or `mvn test-compile`, so that nothing needs to be downloaded)
# Job control gives each gate a process group of its own, as a terminal would, and leaves Ctrl-C to it.
set -euom pipefail
cd "$(dirname "$0")/.."

readonly row='A1@128k'
readonly started_within=90
readonly gone_within=10
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The marker travels in the environment of the gate and of all that it starts, so that exactly its processes are found.
processes_marked() {
    local marker=$1 file
    for file in /proc/[0-9]*/environ; do
        if grep -qzx "THOR_GATE_MARKER=$marker" "$file" 2>/dev/null; then
            basename "$(dirname "$file")"
        fi
    done
}

engine_of() {
    local pid
    for pid in $(processes_marked "$1"); do
        if grep -qz EmbeddedServer "/proc/$pid/cmdline" 2>/dev/null; then
            echo "$pid"
        fi
    done
}

wait_for() { # seconds command...
    local seconds=$1
    shift
    local end=$((SECONDS + seconds))
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        read -rt 0.2 <> <(:) || true
    done
}

engine_runs() { [ -n "$(engine_of "$1")" ]; }
nothing_runs() { [ -z "$(processes_marked "$1")" ]; }

end_with() { # signal target(process|group)
    local signal=$1 target=$2 marker="$$-$1-$2" maven
    echo "== $signal to the Maven $target"
    THOR_GATE_MARKER=$marker mvn -B -o -q verify -DskipUnitTests -Dgate.rows="$row" \
        -Dgate.results="$work/gate" -Dgate.allure.results="$work/allure-results" >"$work/$marker.log" 2>&1 &
    maven=$!
    if ! wait_for $started_within engine_runs "$marker"; then
        echo "no engine started within $started_within s; the gate said:" >&2
        tail -n 40 "$work/$marker.log" >&2
        kill -KILL -- -"$maven" 2>/dev/null || true
        return 1
    fi
    if [ "$target" = group ]; then
        kill -"$signal" -- -"$maven"
    else
        kill -"$signal" "$maven"
    fi
    local from=$SECONDS
    if ! wait_for $gone_within nothing_runs "$marker"; then
        echo "still running $gone_within s after $signal:" >&2
        local pid
        for pid in $(processes_marked "$marker"); do
            echo "  $pid $(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c1-160)" >&2
            kill -KILL "$pid" || true
        done
        return 1
    fi
    echo "   nothing left after $((SECONDS - from)) s"
}

end_with INT group
end_with TERM process
end_with KILL process
