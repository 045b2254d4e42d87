#!/usr/bin/env bash
# Installs PGlite with pgvector for Node: ci/engines/pglite.sh FOLDER
# Needs npm. The last line it prints is the folder to put on the PATH.
set -euo pipefail

exec "$(dirname "$0")/pgvector.sh" "${1:?usage: $0 FOLDER}" pglite
