#!/usr/bin/env bash
# Makes a Jetson AGX Thor ready for the gate, and says what is missing. Safe to run again.
#
#   ci/setup-thor.sh [--dry-run] [--install-ollama] [--power-mode MAXN] [--clocks] [--plan FILE] [--profile NAME]
#
# Looks for JetPack 7, docker with NVIDIA's runtime, a JDK, Maven and the engines that the plan names; pulls the plan's images.
# Ollama is installed, the power mode set and the clocks pinned only when asked. Each step ends as one of
#   ok        as it should be            changed   done just now
#   would     what a dry run left alone  missing   the gate needs it; how to get it is said
#   note      other than the plan asks: the gate runs all the same, and warns of it
# The exit code is 0 only if nothing is missing. A dry run changes nothing.
# --root FOLDER (or ROOT): for tests, a folder that stands for / of a Thor.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=ci/lib/gate-java.sh
source "$here/lib/gate-java.sh"
# shellcheck source=ci/lib/steps.sh
source "$here/lib/steps.sh"

readonly JDK=17 OLLAMA=0.17.4
root=${ROOT:-}
plan=$gate_home/targets.yaml
profile=thor
dry_run=false
install_ollama=false
power_mode=''
clocks=false
missing=0

while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry_run=true ;;
        --install-ollama) install_ollama=true ;;
        --clocks) clocks=true ;;
        --power-mode | --plan | --profile | --root)
            [ $# -gt 1 ] || usage
            case $1 in
                --power-mode) power_mode=$2 ;;
                --plan) plan=$2 ;;
                --profile) profile=$2 ;;
                --root) root=$2 ;;
            esac
            shift
            ;;
        *) usage ;;
    esac
    shift
done

# --- telling

missing() { # subject text
    step missing "$1" "$2"
    missing=$((missing + 1))
}

# Runs a command that changes the machine, or says that it would.
change() { # subject what command...
    local subject=$1 what=$2
    shift 2
    if $dry_run; then
        step would "$subject" "$what"
    elif "$@" </dev/null >&2; then
        step changed "$subject" "$what"
    else
        missing "$subject" "failed: $what"
    fi
}

has() { command -v "$1" >/dev/null 2>&1; }

# --- looking

check_device() {
    local model=$root/proc/device-tree/model name=''
    [ ! -r "$model" ] || name=$(tr -d '\0' <"$model")
    case $name in
        *Jetson*Thor*) step ok device "$name" ;;
        *) missing device "this is no Jetson AGX Thor: ${name:-no device tree}" ;;
    esac
}

jetpack_of() { # L4T release
    case $1 in
        38.2) echo 7.0 ;;
        38.4) echo 7.1 ;;
        39.2) echo 7.2 ;;
        *) echo '7 or newer' ;;
    esac
}

check_jetpack() {
    local file=$root/etc/nv_tegra_release pattern='R([0-9]+) \(release\), REVISION: ([0-9]+)' line=''
    [ ! -r "$file" ] || IFS= read -r line <"$file" || true
    if [[ ! $line =~ $pattern ]]; then
        missing JetPack "no release in $file; flash JetPack 7 with NVIDIA's SDK Manager"
        return
    fi
    local release=${BASH_REMATCH[1]}.${BASH_REMATCH[2]}
    if [ "${BASH_REMATCH[1]}" -ge 38 ]; then
        step ok JetPack "$(jetpack_of "$release"), L4T $release"
    else
        missing JetPack "L4T $release is older than JetPack 7; flash JetPack 7 with NVIDIA's SDK Manager"
    fi
}

check_jdk() {
    local version=''
    ! has java || version=$(java -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
    if [ -z "$version" ]; then
        missing JDK "none; sudo apt-get install openjdk-$JDK-jdk-headless"
    elif [ "$version" -lt $JDK ]; then
        missing JDK "$version is older than $JDK; sudo apt-get install openjdk-$JDK-jdk-headless"
    elif ! has javac; then
        missing JDK "$version runs programs and compiles none; sudo apt-get install openjdk-$JDK-jdk-headless"
    else
        step ok JDK "$version"
    fi
}

check_maven() {
    if has mvn; then
        step ok Maven "$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')"
    else
        missing Maven "sudo apt-get install maven"
    fi
}

check_docker() {
    local runtimes
    if ! has docker; then
        missing docker "sudo apt-get install docker.io nvidia-container-toolkit"
    elif ! runtimes=$(docker info --format '{{json .Runtimes}}' 2>&1); then
        missing docker "it does not answer: ${runtimes##*$'\n'}; is it started, are you in the group docker?"
    elif [[ $runtimes != *'"nvidia"'* ]]; then
        missing docker "has no runtime nvidia; sudo nvidia-ctk runtime configure --runtime=docker && sudo systemctl restart docker"
    else
        step ok docker "with NVIDIA's runtime"
    fi
}

check_image() { # engine image
    local digest
    if ! has docker; then
        missing "image of $1" "$2: docker is missing"
        return
    fi
    if ! docker image inspect "$2" >/dev/null 2>&1; then
        change "image of $1" "docker pull $2" docker pull "$2"
        ! $dry_run || return 0
    else
        step ok "image of $1" "$2"
    fi
    if [[ $2 != *@sha256:* ]] && digest=$(docker image inspect --format '{{index .RepoDigests 0}}' "$2" 2>/dev/null); then
        echo "         to test the same image again, write in the plan: $digest"
    fi
}

# The installer is Ollama's own; it is kept to one version, and comes without a signature that could be checked.
run_ollama_installer() {
    local script
    script=$(mktemp)
    curl --fail --silent --show-error --location --proto '=https' --output "$script" https://ollama.com/install.sh &&
        as_root env OLLAMA_VERSION=$OLLAMA sh "$script"
    local outcome=$?
    rm -f "$script"
    return $outcome
}

check_ollama() { # program
    if has "$1"; then
        step ok Ollama "$("$1" --version 2>/dev/null | sed -n 's/.*version is //p')"
    elif $install_ollama; then
        change Ollama "install $OLLAMA" run_ollama_installer
    else
        missing Ollama "run this again with --install-ollama, or see https://ollama.com/download"
    fi
}

check_program() { # engine program
    if has "$2"; then step ok "engine $1" "$(command -v "$2")"; else missing "engine $1" "$2 is not on the PATH"; fi
}

check_engine() { # id driver way place
    case $2,$3 in
        *,container) check_image "$1" "$4" ;;
        ollama,program) check_ollama "$4" ;;
        embedded,program) step ok "engine $1" "part of the gate" ;;
        *,program) check_program "$1" "$4" ;;
        *) step ok "engine $1" "attached: $4" ;;
    esac
}

check_engines() {
    local needs fields
    if ! has java || { [ -z "${THOR_GATE_CLASSPATH:-}" ] && ! has mvn; }; then
        missing engines "the plan can't be read without a JDK and Maven; run this again once they are there"
        return
    fi
    # The program's words say what is wrong with the plan.
    gate_classpath
    if ! needs=$(gate_java engine.inventory.script.PlanNeeds "$plan" "$profile"); then
        missing engines "the plan can't be read: $plan"
        return
    fi
    while IFS=$'\t' read -r -a fields; do
        case ${fields[0]} in
            device) check_power_mode "${fields[1]}" ;;
            engine) check_engine "${fields[@]:1:4}" ;;
        esac
    done <<<"$needs"
}

mode_now() { nvpmodel -q 2>/dev/null | sed -n 's/^NV Power Mode: *//p' | head -n 1; }

mode_id() { # name
    local line pattern='ID=([0-9]+) +NAME=([^ >]+)'
    while IFS= read -r line; do
        if [[ $line =~ $pattern ]] && [ "${BASH_REMATCH[2]}" = "$1" ]; then
            echo "${BASH_REMATCH[1]}"
            return
        fi
    done <"$root/etc/nvpmodel.conf"
    return 1
}

# Some changes need a reboot: what counts is the mode that is read afterwards.
set_mode() { # name
    as_root nvpmodel -m "$(mode_id "$1")" && [ "$(mode_now)" = "$1" ]
}

check_power_mode() { # mode of the plan
    local wanted=${power_mode:-$1} now
    if [ "$wanted" = - ]; then
        return
    elif ! has nvpmodel; then
        step note 'power mode' "not told: nvpmodel is not on the PATH"
        return
    fi
    now=$(mode_now)
    if [ "$now" = "$wanted" ]; then
        step ok 'power mode' "$now"
    elif [ -z "$power_mode" ]; then
        step note 'power mode' "it is ${now:-not told}, the plan asks for $wanted; run this again with --power-mode $wanted"
    elif ! mode_id "$wanted" >/dev/null 2>&1; then
        missing 'power mode' "$root/etc/nvpmodel.conf has no mode $wanted"
    else
        change 'power mode' "nvpmodel -m $(mode_id "$wanted"), $wanted" set_mode "$wanted"
    fi
}

pin_clocks() {
    if ! $clocks; then
        return
    elif has jetson_clocks; then
        change clocks "jetson_clocks: pinned until the next boot" as_root jetson_clocks
    else
        missing clocks "jetson_clocks is not on the PATH"
    fi
}

check_device
check_jetpack
check_jdk
check_maven
check_docker
check_engines
pin_clocks

if [ $missing -gt 0 ]; then
    echo "$missing missing: the gate can't run yet" >&2
    exit 1
fi
