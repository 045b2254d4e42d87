# shellcheck shell=bash
# Sourced by the scripts in ci that change a machine step by step.

# Shows the comment that a script begins with, and ends it.
usage() {
    sed -n '2,/^set -e/{/^set -e/d;s/^# \{0,1\}//;p}' "$0" >&2
    exit 2
}

step() { # outcome subject text
    printf '%-8s %-22s %s\n' "$1" "$2" "$3"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
