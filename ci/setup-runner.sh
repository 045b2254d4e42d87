#!/usr/bin/env bash
# Makes this device a self-hosted runner of GitHub or GitLab: an ordinary user, one job at a time, started again by systemd. Safe to
# run again. Needs root (or sudo).
#
#   RUNNER_TOKEN=... ci/setup-runner.sh --github URL --archive FILE --sha256 HASH [--labels LABEL,LABEL] [options]
#   RUNNER_TOKEN=... ci/setup-runner.sh --gitlab URL [options]
#
#   --archive    GitHub's actions-runner-linux-arm64-VERSION.tar.gz; it and its hash stand on the repository's page
#                Settings > Actions > Runners > New self-hosted runner
#   --labels     of GitHub's runner; jetson-agx-thor otherwise. GitLab's tags are given where its token is made
#   --user       thor-gate otherwise; made if need be, and put into the group docker. The models lie in its home: prepare them as this
#                user, or name yourself
#   --folder     /opt/thor-gate-runner otherwise
#   --dry-run    says what it would do and changes nothing
#
# The token is taken from the environment, is handed on there, and is never shown. --root FOLDER (or ROOT): for tests.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=ci/lib/steps.sh
source "$here/lib/steps.sh"

readonly unit=thor-gate-runner.service
root=${ROOT:-}
kind=''
url=''
archive=''
sha256=''
labels=jetson-agx-thor
user=thor-gate
folder=/opt/thor-gate-runner
dry_run=false

while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry_run=true ;;
        --github | --gitlab | --archive | --sha256 | --labels | --user | --folder | --root)
            [ $# -gt 1 ] || usage
            case $1 in
                --github | --gitlab)
                    kind=${1#--}
                    url=$2
                    ;;
                --archive) archive=$2 ;;
                --sha256) sha256=$2 ;;
                --labels) labels=$2 ;;
                --user) user=$2 ;;
                --folder) folder=$2 ;;
                --root) root=$2 ;;
            esac
            shift
            ;;
        *) usage ;;
    esac
    shift
done

fail() {
    echo "$1" >&2
    exit 1
}

# The token goes from our environment to the runner's, under the name that the runner reads.
as_runner() { # variable command...
    local variable=$1 keeping=()
    shift
    export "$variable=${RUNNER_TOKEN:-}"
    [ "$(id -u)" = 0 ] || keeping=(sudo "--preserve-env=$variable")
    "${keeping[@]}" runuser --user "$user" -- env "HOME=$place" "$@"
}

change() { # subject what command...
    local subject=$1 what=$2
    shift 2
    if $dry_run; then
        step would "$subject" "$what"
    else
        "$@" </dev/null >&2 || fail "$subject: $what failed"
        step changed "$subject" "$what"
    fi
}

[[ $url =~ ^https?://[^[:space:]]+$ ]] || usage
[[ $user =~ ^[a-z_][a-z0-9_-]*$ ]] || fail "'$user' is no name of a user"
[[ $folder =~ ^/[A-Za-z0-9/._-]+$ ]] || fail "'$folder' is no full path of plain characters"
[ "$user" != root ] || fail "the runner is an ordinary user: what it runs comes from pull requests"
readonly place=$root$folder

make_user() {
    as_root useradd --system --create-home --shell /bin/bash "$user" && as_root usermod --append --groups docker "$user"
}

unpack() {
    echo "$sha256  $archive" | sha256sum --check --quiet - || return 1
    as_root tar -xzf "$archive" -C "$place" && as_root chown -R "$user" "$place"
}

need_token() {
    [ -n "${RUNNER_TOKEN:-}" ] || $dry_run || fail "RUNNER_TOKEN is not set; its page is Settings > Actions > Runners (GitHub) or Settings > CI/CD > Runners (GitLab)"
}

register_at_github() {
    as_runner ACTIONS_RUNNER_INPUT_TOKEN "$place/config.sh" --unattended --replace --url "$url" --labels "$labels" \
        --name "$(hostname)-thor-gate" --work _work
}

set_up_github() {
    if [ -x "$place/config.sh" ]; then
        step ok program "$place"
    else
        [ -r "$archive" ] || fail "--archive FILE and --sha256 HASH are needed: the runner is not in $place"
        [[ $sha256 =~ ^[0-9a-f]{64}$ ]] || fail "--sha256 HASH is needed: 64 hexadecimal digits"
        change program "unpack $archive into $place" unpack
    fi
    if [ -e "$place/.runner" ]; then
        step ok registration "as before"
    else
        need_token
        change registration "at $url with the labels $labels" register_at_github
    fi
    command=$folder/run.sh
}

register_at_gitlab() {
    as_runner CI_SERVER_TOKEN gitlab-runner register --non-interactive --config "$place/config.toml" --url "$url" \
        --name "$(hostname)-thor-gate" --executor shell
}

set_up_gitlab() {
    local program
    program=$(command -v gitlab-runner) || fail "gitlab-runner is not on the PATH; see https://docs.gitlab.com/runner/install/linux-repository"
    if [ -e "$place/config.toml" ]; then
        step ok registration "as before"
    else
        need_token
        change registration "at $url" register_at_gitlab
    fi
    # What it writes itself says the same; it is what one job at a time rests on.
    if [ -e "$place/config.toml" ] && ! grep -q '^concurrent = 1$' "$place/config.toml"; then
        change concurrency "concurrent = 1 in $place/config.toml" \
            as_root sed -i -e '1i concurrent = 1' -e '/^concurrent *=/d' "$place/config.toml"
    fi
    command="$program run --config $folder/config.toml --working-directory $folder"
}

unit_text() {
    sed -e "s|@USER@|$user|g" -e "s|@FOLDER@|$folder|g" -e "s|@COMMAND@|$command|g" "$here/runner/$unit"
}

install_unit() {
    unit_text | as_root tee "$root/etc/systemd/system/$unit" >/dev/null
    as_root systemctl daemon-reload && as_root systemctl enable "$unit" && as_root systemctl restart "$unit"
}

if id "$user" >/dev/null 2>&1; then
    step ok user "$user"
else
    change user "make $user, in the group docker" make_user
fi
if [ -d "$place" ]; then
    step ok folder "$place"
else
    change folder "make $place" as_root install --directory --owner "$user" --mode 750 "$place"
fi
"set_up_$kind"
if unit_text | cmp -s - "$root/etc/systemd/system/$unit"; then
    step ok service "$unit"
else
    change service "install and start $unit" install_unit
fi
