#!/usr/bin/env bash
# Opens the performance report and the Allure report of a run in Chromium: wide, on a phone, dark and printed. Fails where the
# verdict, a row or a plot is missing, where text is cut or lies on other text, and where axe-core finds a serious problem.
# Usage: ci/report-check.sh [RESULTS_FOLDER [ALLURE.html]]     (after `mvn verify`; Node 18 or newer, Debian or Ubuntu)
# PICTURES=FOLDER keeps what it saw. Installs Chromium by apt where there is none, and puppeteer-core and axe-core by npm.
set -euo pipefail
cd "$(dirname "$0")/.."

results=$(realpath "${1:-target/gate}")
allure=$(realpath "${2:-target/allure-report/index.html}")
work=target/report-check

if ! command -v chromium >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >&2
    apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core >&2
fi

mkdir -p "$work"
cp ci/report-check/* "$work"
(cd "$work" && npm ci --no-audit --no-fund --silent)
CHROMIUM=$(command -v chromium) node "$work/check.mjs" "$results" "$allure" ${PICTURES:+--pictures "$PICTURES"}
