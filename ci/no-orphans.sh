#!/usr/bin/env bash
# Ends a running gate in each way that it can be ended, and shows that no process of it is left within 10 seconds.
# Usage: ci/no-orphans.sh     (after `mvn verify` or `mvn test-compile`, so that nothing needs to be downloaded)
# Job control gives each gate a process group of its own, as a terminal would, and leaves Ctrl-C to it.
set -euom pipefail
cd "$(dirname "$0")/.."
# shellcheck source=ci/lib/marked.sh
source ci/lib/marked.sh

readonly started_within=90
readonly gone_within=10
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

wait_for() { # seconds command...
    local seconds=$1
    shift
    local end=$((SECONDS + seconds))
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        read -rt 0.2 <> <(:) || true
    done
}

is_running() { [ -n "$(process_of "$1" "$2")" ]; }
no_data() { ! compgen -G "${TMPDIR:-/tmp}/thor-gate-database-*" >/dev/null; }
nothing_runs() { [ -z "$(processes_marked "$1")" ]; }

end_with() { # signal target(process|group) row word-of-what-runs
    local signal=$1 target=$2 row=$3 word=$4 marker="$$-$1-$2-$3" maven
    echo "== $signal to the Maven $target, row $row"
    THOR_GATE_MARKER=$marker mvn -B -o -q verify -DskipUnitTests -Dgate.rows="$row" \
        -Dgate.results="$work/gate" -Dgate.allure.results="$work/allure-results" >"$work/$marker.log" 2>&1 &
    maven=$!
    if ! wait_for $started_within is_running "$marker" "$word"; then
        echo "no $word started within $started_within s; the gate said:" >&2
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

end_with INT group 'A1@128k' EmbeddedServer
end_with TERM process 'A1@128k' EmbeddedServer
end_with KILL process 'A1@128k' EmbeddedServer

# Beside a vector database, where this machine has PostgreSQL with pgvector; its processes forget the environment that they came with.
postgres=$(readlink -f "$(command -v postgres)" || true)
if [ -e "$(dirname "$postgres")/../share/postgresql/extension/vector.control" ]; then
    no_data || { echo "a database's data was there before: ${TMPDIR:-/tmp}/thor-gate-database-*" >&2; exit 1; }
    end_with KILL process B2 listen_addresses
    wait_for $gone_within no_data || { echo "a database's data is left in ${TMPDIR:-/tmp}" >&2; exit 1; }
    echo "   no data left"
fi
