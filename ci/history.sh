#!/usr/bin/env bash
# The history of runs by hand: what is kept, what got worse, who accepts that, names for runs.
# Usage: ci/history.sh runs | steps | acknowledge ROW FIGURE WHO WHY... | tag NAME RUN
# GATE_HISTORY says which history, as -Dgate.history does; the user's own otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly classpath=target/history.classpath
if [ ! -d target/classes ] || [ ! -s $classpath ] || [ pom.xml -nt $classpath ]; then
    mvn -B -q -Dspotless.check.skip compile dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=$classpath >&2
fi
exec java -cp "target/classes:$(cat $classpath)" io.kanoa.thorgate.history.command.HistoryCommand "$@"
