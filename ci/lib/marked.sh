# shellcheck shell=bash
# Sourced by the scripts in ci that start gates: finds exactly their processes. A script sets THOR_GATE_MARKER for what it starts,
# and the variable travels in the environment of the gate and of all that this starts.

# One that has ended and was not yet asked for its exit code is none.
processes_marked() { # marker
    local file
    for file in /proc/[0-9]*/environ; do
        if grep -qzx "THOR_GATE_MARKER=$1" "$file" 2>/dev/null \
            && ! grep -q ') [ZX] ' "${file%environ}stat" 2>/dev/null; then
            basename "${file%/environ}"
        fi
    done
}

process_of() { # marker, word of its command line
    local pid
    for pid in $(processes_marked "$1"); do
        if grep -qz "$2" "/proc/$pid/cmdline" 2>/dev/null; then
            echo "$pid"
        fi
    done
}

# The JVM that Maven forks for the gate. What the gate starts itself has the same class path.
gate_jvm() { # marker
    local pid
    for pid in $(process_of "$1" surefirebooter); do
        if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = java ] && ! grep -qz 'io\.kanoa\.' "/proc/$pid/cmdline" 2>/dev/null; then
            echo "$pid"
        fi
    done
}
