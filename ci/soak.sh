#!/usr/bin/env bash
# A gate of many short rows on the embedded engine, in one go: shows that memory, open files, threads and sockets of the gate itself
# stay where they were. Engines are kept between rows as well as started again.
# Usage: ci/soak.sh     (after `mvn verify`, so that nothing needs to be downloaded)
#   ROWS=1000 MODELS=20 TOKENS=48 REQUESTS=6 WORK=folder for the run's files
# With prompts as long as the plan's longest, each of which takes the embedded engine a minute or so on two processors; ATTACHED=yes
# asks a scripted server of the tests instead, which answers at once (after `mvn test-compile`). Up to 48 such prompts come and go, some
# 30 MB, so that what is kept shows less sharply:
#   ATTACHED=yes ROWS=30 TOKENS=130000 REQUESTS=60 KEPT_KB=6000 ci/soak.sh
#
# The gate is the virtual machine that Maven forks. After each tenth of the rows what is alive in its heap, its resident memory,
# descriptors, sockets and threads are noted. The last note is held against the first: what is alive may grow by what a row's own
# results take (at most KEPT_KB a row) and by what comes and goes, descriptors, sockets and threads not at all but for a few, and the
# resident memory never goes above MOST_MB.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=ci/lib/marked.sh
source ci/lib/marked.sh
# shellcheck source=ci/lib/gate-java.sh
source ci/lib/gate-java.sh

readonly rows=${ROWS:-1000} tokens=${TOKENS:-48} requests=${REQUESTS:-6} attached=${ATTACHED:-}
models=${MODELS:-20}
[ -z "$attached" ] || models=1 # such a server has one
readonly kept_kb=${KEPT_KB:-24} most_mb=${MOST_MB:-300} few=8 around_kb=4000
work=${WORK:-$(mktemp -d)}
server=
end() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -n "${WORK:-}" ] || rm -rf "$work"
}
trap end EXIT
mkdir -p "$work"
readonly marker="$$-soak" port=$((20000 + $$ % 10000))

# Each model has a shape of its own, so that its engine is started once and kept for all of its rows; of the targets across starts
# each takes new starts.
plan() {
    local model row each=$((rows / models))
    echo 'plan: Soak'
    echo 'device: {name: any machine}'
    echo 'models:'
    for model in $(seq "$models"); do
        echo "  m$model: {title: M$model, roles: [chat], source: m$model, precision: F16}"
    done
    if [ -n "$attached" ]; then
        echo "engines: {engine: {driver: openai, attach: \"http://127.0.0.1:$port\"}}"
    else
        echo 'engines: {engine: {driver: embedded}}'
    fi
    echo 'scenarios:'
    echo '  A:'
    echo '    title: Soak'
    echo '    rows:'
    for model in $(seq "$models"); do
        for row in $(seq "$each"); do
            local across=''
            [ -n "$attached" ] || [ "$row" -gt 1 ] || across=' across starts'
            echo "      - {id: M$model-$row, model: m$model, context: [4k], targets: [time_to_first_token < 10 min$across]}"
        done
    done
    echo 'profiles:'
    echo '  soak:'
    echo '    engine: engine'
    if [ -z "$attached" ]; then
        echo '    stand-ins:'
        for model in $(seq "$models"); do
            echo "      m$model: {layers: 1, width: 64, feed-forward: 128, heads: 2, key-value-heads: 1, context: $((tokens + 464)), seed: $model}"
        done
    fi
    cat <<YAML
    contexts: {4k: $tokens}
    sampling: {warm-up: 1, requests: $requests, output-tokens: 8, think-time: 1 ms, stall-timeout: 10 min, load-timeout: 60 s, time-limit: 60 min, unsteady: allow}
    background: {rate: 1 req/s, input-tokens: 16, output-tokens: 4}
YAML
}

finished() { grep -cE '^\.\.\. ' "$work/log" || true; }

# The histogram counts what is reachable in the same pause that collects, so nothing that is made after it counts. What a row holds
# while it makes a prompt or writes its results comes and goes within one look, a leak does not: the least of a few looks.
alive() { # pid: kB
    local look
    for look in 1 2 3 4 5; do
        [ "$look" = 1 ] || sleep 0.2
        jcmd "$1" GC.class_histogram | awk '$1 == "Total" {printf "%d\n", $3 / 1024}'
    done | sort -n | head -n 1
}

# What is alive last, since that takes seconds, in which a gate near its end may begin its reports.
figure() { # pid: alive in kB, resident in kB, peak resident in kB, descriptors, sockets, threads
    local at_once
    at_once="$(awk '/^VmRSS/ {print $2}' "/proc/$1/status") $(awk '/^VmHWM/ {print $2}' "/proc/$1/status")"
    at_once+=" $(find "/proc/$1/fd" -maxdepth 1 -type l | wc -l)"
    at_once+=" $(find "/proc/$1/fd" -maxdepth 1 -type l -printf '%l\n' 2>/dev/null | grep -c '^socket:' || true)"
    at_once+=" $(find "/proc/$1/task" -maxdepth 1 -mindepth 1 | wc -l)"
    echo "$(alive "$1") $at_once"
}

plan >"$work/plan.yaml"
if [ -n "$attached" ]; then
    gate_classpath
    java -cp "target/test-classes:$THOR_GATE_CLASSPATH" "io.kanoa.thorgate.junit.fault.OddServer\$Main" "$work" m1 "$port" &
    server=$!
fi
THOR_GATE_MARKER=$marker mvn -B -o verify -DskipUnitTests -Dspotless.check.skip -Dallure.skip -Dit.test=ScenarioABaselineIT \
    -Dgate.plan="$work/plan.yaml" -Dgate.profile=soak -Dgate.rows='*' -Dgate.history=off -Dgate.results="$work/gate" \
    -Dgate.allure.results="$work/allure-results" -Dgate.cache="$work/cache" -Dgate.lock-file="$work/lock" >"$work/log" 2>&1 &
maven=$!
printf '%6s %12s %12s %12s %8s %8s %8s\n' rows 'alive kB' 'resident kB' 'peak kB' files sockets threads
: >"$work/figures"
tenth=$(((rows + 9) / 10))
next=$tenth
while kill -0 "$maven" 2>/dev/null; do
    done=$(finished)
    if [ "$done" -ge "$next" ]; then
        pid=$(gate_jvm "$marker" | head -n 1)
        read -r -a found <<<"$(figure "$pid" 2>/dev/null)"
        [ "${#found[@]}" = 6 ] || break # the gate has ended meanwhile
        printf '%6s %12s %12s %12s %8s %8s %8s\n' "$done" "${found[@]}"
        echo "$done ${found[*]}" >>"$work/figures"
        next=$((next + tenth))
        [ "$next" -lt "$rows" ] || break
    fi
    sleep 0.2
done
wait "$maven" || { tail -n 30 "$work/log"; exit 1; }

awk -v all="$rows" -v kept="$kept_kb" -v around="$around_kb" -v most="$most_mb" -v few="$few" '
    function hold(name, found, bound) {
        if (found <= bound) return
        printf "%s: %d, and %d is the most\n", name, found, bound
        failed = 1
    }
    NR == 1 { split($0, first) }
    { split($0, last); if ($4 > peak) peak = $4 }
    END {
        rows = last[1] - first[1]
        printf "from row %d to row %d: alive %+d kB, files %+d, sockets %+d, threads %+d; at most %.0f MB resident\n",
            first[1], last[1], last[2] - first[2], last[5] - first[5], last[6] - first[6], last[7] - first[7], peak / 1000
        hold("rows not looked at", all - rows, 0.5 * all)
        hold("kB alive more than at first", last[2] - first[2], kept * rows + around)
        hold("MB resident", peak / 1000, most)
        hold("files more than at first", last[5] - first[5], few)
        hold("sockets more than at first", last[6] - first[6], few)
        hold("threads more than at first", last[7] - first[7], few)
        exit failed
    }' "$work/figures"
