#!/usr/bin/env bash
# Gives each parser a million inputs: real ones, those that are kept, those that are hostile by their size, and mutants, in a JVM
# with a heap of 64 MB. None may take longer than a second or end in an exception that the parser does not declare.
# Usage: ci/fuzz.sh [PARSER...]     (without any, all of them; ci/fuzz.sh --list names them)
#   INPUTS=1000000   per parser
#   EXPLORE=0        seconds for which Jazzer, guided by coverage, looks for inputs first; they are mutated then
#   SEED=1           what the mutants begin with: another one, other mutants
#   JOBS=1           parsers at a time
# What a parser failed on is left in target/fuzz/PARSER; once mended it belongs in src/test/resources/io/kanoa/thorgate/fuzz/PARSER.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly inputs=${INPUTS:-1000000} explore=${EXPLORE:-0} seed=${SEED:-1} jobs=${JOBS:-1}
readonly work=target/fuzz
readonly heap=(-Xmx64m -XX:+UseSerialGC)
# Where there is one, a file system in memory: parsers that read files are given each input as a file.
files=()
if [ -d /dev/shm ]; then
    files=(-Djava.io.tmpdir=/dev/shm)
fi
profile=()
if [ "$explore" -gt 0 ]; then
    profile=(-Pfuzz)
fi
mkdir -p "$work"
mvn -B -ntp -q test-compile dependency:build-classpath "${profile[@]}" -Dspotless.check.skip=true \
    -Dmdep.outputFile="$work/classpath"
classpath=target/test-classes:target/classes:$(cat "$work/classpath")
readonly classpath
readonly package=io.kanoa.thorgate.fuzz

# Jazzer keeps what leads to new code in the first of its folders. Its agent looks through all classes, hence the larger heap.
explored() { # parser folder
    java -Xmx1g "${files[@]}" -Dfuzz.parser="$1" -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
        --target_class="$package.Campaign" \
        --instrumentation_includes='io.kanoa.thorgate.**:com.fasterxml.jackson.**:org.yaml.**' \
        -max_total_time="$explore" -max_len=4096 -artifact_prefix="$2/" --reproducer_path="$2" \
        "$2/explored" "$2/inputs" >"$2/jazzer.log" 2>&1 || {
        grep -A 12 'Java Exception' "$2/jazzer.log" || tail -n 20 "$2/jazzer.log"
        return 1
    }
    grep -E '^#.*DONE' "$2/jazzer.log" | sed "s/^#\([0-9]*\).*cov: \([0-9]*\).*/  Jazzer: \1 inputs, \2 branches/"
    find "$2/explored" -type f -exec cp {} "$2/inputs" \;
}

milled() { # parser
    local folder=$work/$1
    rm -rf "$folder/inputs" "$folder/failed"
    mkdir -p "$folder/explored"
    java "${heap[@]}" -cp "$classpath" "$package.Corpus" "$1" "$folder/inputs"
    printf '%s: ' "$1" >"$folder/told"
    if { [ "$explore" -eq 0 ] || explored "$1" "$folder"; } >>"$folder/told" \
        && java "${heap[@]}" "${files[@]}" -cp "$classpath" "$package.Mill" "$1" "$folder" "$inputs" "$seed" >>"$folder/told" 2>&1; then
        cat "$folder/told"
    else
        cat "$folder/told"
        echo "$1 FAILED; the input is in $folder"
        return 1
    fi
}

if [ "${1:-}" = --list ]; then
    java -cp "$classpath" "$package.Corpus"
    exit
fi
if [ $# -eq 0 ]; then
    mapfile -t parsers < <(java -cp "$classpath" "$package.Corpus")
else
    parsers=("$@")
fi
failed=0
running=0
for parser in "${parsers[@]}"; do
    if [ "$running" -ge "$jobs" ]; then
        wait -n || failed=1
        running=$((running - 1))
    fi
    milled "$parser" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
    wait -n || failed=1
    running=$((running - 1))
done
exit "$failed"
