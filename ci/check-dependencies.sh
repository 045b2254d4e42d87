#!/usr/bin/env bash
# Holds all that this project is made and run with against OSV, the database of known vulnerabilities of open source: libraries of
# the gate and its tests, and Maven's plugins with theirs. Fails where one is critical, or where nobody has said how bad it is.
# Usage: ci/check-dependencies.sh
#   exit code 0: none is critical; 1: one is; 3: not checked, because OSV can't be reached or does not answer as it should
#   OSV=https://api.osv.dev   BOM=file PLUGINS=file: lists that are there already, instead of those that Maven makes
#
# The list of the libraries is a bill of materials in CycloneDX's format, target/bom.json.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly cyclonedx=org.cyclonedx:cyclonedx-maven-plugin:2.9.1
readonly dependency=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
bom=${BOM:-}
plugins=${PLUGINS:-}

if [ -z "$bom" ]; then
    bom=target/bom.json
    mvn -B -ntp -q "$cyclonedx:makeBom" -DincludeTestScope=true -DoutputFormat=json -DoutputName=bom
fi
if [ -z "$plugins" ]; then
    plugins=target/plugins.txt
    mvn -B -ntp -q "$dependency:resolve-plugins" -DoutputFile="$plugins"
fi
exec python3 ci/lib/osv.py "${OSV:-https://api.osv.dev}" "$bom" "$plugins"
