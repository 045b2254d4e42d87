# shellcheck shell=bash
# Sourced by the scripts in ci: runs programs of the gate, compiled if need be. Maven may fetch its plugins the first time.
# THOR_GATE_CLASSPATH, where it is set, is taken as it is.

gate_home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly gate_home

gate_classpath() {
    if [ -z "${THOR_GATE_CLASSPATH:-}" ]; then
        local list=$gate_home/target/ci.classpath
        mvn -B -ntp -q -f "$gate_home/pom.xml" compile dependency:build-classpath -Dspotless.check.skip=true \
            -DincludeScope=runtime -Dmdep.outputFile="$list" >&2
        THOR_GATE_CLASSPATH=$gate_home/target/classes:$(cat "$list")
    fi
    export THOR_GATE_CLASSPATH
}

gate_java() { # class arguments...
    gate_classpath
    java -cp "$THOR_GATE_CLASSPATH" "io.kanoa.thorgate.$1" "${@:2}"
}
