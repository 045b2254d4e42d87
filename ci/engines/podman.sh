#!/usr/bin/env bash
# Installs podman, the runtime that works in a plain virtual machine, and what the tests make their images from.
# Usage: ci/engines/podman.sh [FOLDER]    (Debian or Ubuntu; needs root. The folder is not used: packages go where they go.)
# The last line it prints is the folder to put on the PATH.
set -euo pipefail

readonly packages=(podman runc busybox-static)

missing() {
    local package
    for package in "${packages[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || return 0
    done
    return 1
}

if missing; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >&2
    apt-get install -q -y --no-install-recommends "${packages[@]}" >&2
fi
dirname "$(command -v podman)"
