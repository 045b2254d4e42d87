#!/usr/bin/env bash
# Gets the models that the plan's rows need onto this machine, checks them, and leaves a manifest beside each that the gate checks
# before a run. Driven by targets.yaml alone. Safe to run again: what is there is kept, what was cut short goes on.
#
#   ci/prepare-models.sh [--dry-run] [--check] [--from FOLDER] [--models ID,ID] [--all] [--memory 100GB] [--plan FILE] [--profile NAME]
#
#   --check     reads every file of the prepared models again and holds it against its manifest; fetches nothing
#   --from      takes repositories from FOLDER/OWNER/NAME instead of a hub
#   --models    these only
#   --all       also models that are too large for the device's memory
#   --memory    what a model that is quantized may take of the memory; the rest lies on the disk
#
# HF_ENDPOINT names a mirror of the hub; HF_TOKEN opens repositories behind a licence, is sent to the hub alone and never shown.
# CALIBRATION names a file with plain text to quantize with; our README otherwise.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=ci/lib/gate-java.sh
source "$here/lib/gate-java.sh"
# shellcheck source=ci/lib/steps.sh
source "$here/lib/steps.sh"

readonly attempts=20
readonly spare=2000000000 # bytes of the disk that stay free
endpoint=${HF_ENDPOINT:-https://huggingface.co}
endpoint=${endpoint%/}
plan=$gate_home/targets.yaml
profile=thor
dry_run=false
check_only=false
from=''
models=''
all=false
memory=''
failed=0

while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry_run=true ;;
        --check) check_only=true ;;
        --all) all=true ;;
        --from | --models | --memory | --plan | --profile)
            [ $# -gt 1 ] || usage
            case $1 in
                --from) from=$(cd "$2" && pwd) ;;
                --models) models=$2 ;;
                --memory) memory=$2 ;;
                --plan) plan=$2 ;;
                --profile) profile=$2 ;;
            esac
            shift
            ;;
        *) usage ;;
    esac
    shift
done

# Nothing that is called from here gets to see it.
token=${HF_TOKEN:-}
unset HF_TOKEN
if [[ $token == *[!A-Za-z0-9_.-]* ]]; then
    echo "HF_TOKEN has characters that no token has" >&2
    exit 1
fi

mkdir -p "$HOME/.cache/thor-gate"
exec 9>"$HOME/.cache/thor-gate/prepare.lock"
if ! flock --nonblock 9; then
    echo "another ci/prepare-models.sh is at work" >&2
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

gigabytes() { awk -v bytes="$1" 'BEGIN { printf "%.1f GB", bytes / 1e9 }'; }

# curl, with the token kept out of its arguments, which every user of the machine can read. It goes to the hub's own address
# only: curl drops the header where it is sent elsewhere.
hub() { # curl's arguments...
    local header=''
    [ -z "$token" ] || header="header = \"Authorization: Bearer $token\""
    curl --config <(printf '%s\n' "$header") --fail --silent --show-error --location --connect-timeout 30 \
        --speed-limit 1000 --speed-time 60 "$@"
}

# --- what there is of a repository: lines of path, size, kind of hash, hash, address; the commit comes first

list_hub() { # repository revision
    hub --retry 3 --output "$work/answer.json" "$endpoint/api/models/$1/revision/$2?blobs=true" || return 1
    gate_java weights.prepared.HubFiles "$work/answer.json"
}

# A folder tells no hashes, unless it was prepared by this script and has a manifest, or a commit, unless a client left a record.
list_folder() { # repository
    local folder=$from/$1 record commit=local file
    if [ ! -d "$folder" ]; then
        echo "$folder is not there" >&2
        return 1
    fi
    record=$folder/.cache/huggingface/download/config.json.metadata
    if [ -r "$record" ]; then
        IFS= read -r commit <"$record" || true
    fi
    if [ -e "$folder/thor-gate-manifest.json" ]; then
        gate_java weights.prepared.CheckModel thorough "$folder" >"$work/sealed" || return 1
        commit=$(cut -f 2 "$work/sealed")
    fi
    [[ $commit =~ ^[0-9a-f]{40}$ ]] || commit=local
    # Names go through lines and their fields; a number among them is computed with, which would run what a name says.
    if find -L "$folder" -name '*[[:cntrl:]]*' -print -quit | grep -q .; then
        echo "$folder has files whose names have control characters" >&2
        return 1
    fi
    echo "$commit"
    while IFS= read -r -d '' file; do
        printf '%s\t%s\tnone\t-\t-\n' "$file" "$(stat -L -c %s "$folder/$file")"
    done < <(cd "$folder" && find -L . -type f -not -path '*/.*' -not -name thor-gate-manifest.json -printf '%P\0' | sort -z)
}

list() { # repository revision
    if [ -n "$from" ]; then list_folder "$1"; else list_hub "$1" "$2"; fi
}

# --- one file

git_hash() { # file
    { printf 'blob %s\0' "$(stat -L -c %s "$1")" && cat "$1"; } | sha1sum | cut -d ' ' -f 1
}

has_hash() { # file kind hash
    case $2 in
        sha256) [ "$(sha256sum "$1" | cut -d ' ' -f 1)" = "$3" ] ;;
        git) [ "$(git_hash "$1")" = "$3" ] ;;
        none) true ;;
    esac
}

size_of() { if [ -e "$1" ]; then stat -L -c %s "$1"; else echo 0; fi; }

# Goes on where the last try, or the last run, was cut short. It gives up once several tries in a row have brought nothing.
fetch() { # address part size
    local tried=0 before
    while [ "$(size_of "$2")" -lt "$3" ]; do
        before=$(size_of "$2")
        if hub --continue-at - --output "$2" "$1" 2>"$work/curl"; then
            break
        elif grep -q '^curl: (33)' "$work/curl"; then
            rm -f "$2" # the server does not go on where it stopped
        fi
        if [ "$(size_of "$2")" -le "$before" ]; then
            tried=$((tried + 1))
            if [ $tried -ge "${ATTEMPTS:-$attempts}" ] || grep -qE '^curl: \(22\).* (401|403|404|410)' "$work/curl"; then
                sed 's/^/  /' "$work/curl" >&2
                return 1
            fi
            sleep "${RETRY_PAUSE:-3}"
        else
            tried=0
        fi
    done
    [ -e "$2" ] || : >"$2"
}

obtain() { # repository commit path size kind hash address file
    local part=$8.incomplete
    mkdir -p "$(dirname "$8")"
    if [ -n "$from" ]; then
        cp --reflink=auto --dereference "$from/$1/$3" "$part"
    else
        [ "$(size_of "$part")" -le "$4" ] || rm -f "$part"
        fetch "$endpoint/$1/resolve/$2/$7" "$part" "$4" || return 1
    fi
    if [ "$(size_of "$part")" -ne "$4" ] || ! has_hash "$part" "$5" "$6"; then
        echo "$1 $3: $(size_of "$part") bytes came, and they are not those that the hub lists ($4 bytes, $5 $6); removed" >&2
        rm -f "$part"
        return 1
    fi
    chmod 644 "$part"
    mv "$part" "$8"
}

# --- a repository's files in a folder, and what that takes of the disk

blob_of() { # folder line-fields: where a file's content lies
    if [ "$layout" = cache ] && [ "$5" != - ]; then echo "$cache/blobs/$5"; else echo "$folder/$2"; fi
}

# Sets cache and folder. In the cache of the hub's clients contents lie by their hash, and a commit's folder has links to them.
lay_out() { # way repository commit target
    layout=folder
    folder=$4
    cache=''
    if [ "$1" != folder ]; then
        cache=$4/models--${2//\//--}
        folder=$cache/snapshots/$3
        layout=cache
    fi
}

missing_bytes() { # listing
    local path size kind hash address file sum=0
    while IFS=$'\t' read -r path size kind hash address; do
        file=$(blob_of "$folder" "$path" "$size" "$kind" "$hash" "$address")
        [ -e "$file" ] || sum=$((sum + size - $(size_of "$file.incomplete")))
    done < <(tail -n +2 "$1")
    echo $((sum > 0 ? sum : 0))
}

# The free bytes where a folder is or will be.
free_bytes() { # folder
    local at=$1
    while [ ! -d "$at" ]; do at=$(dirname "$at"); done
    df --output=avail --block-size=1 "$at" | tail -n 1 | tr -d ' '
}

has_room() { # model folder bytes
    local free
    free=$(free_bytes "$2")
    if [ $(($3 + spare)) -gt "$free" ] && [ "$3" -gt 0 ]; then
        step failed "$1" "needs $(gigabytes "$3") and $(gigabytes $spare) to spare, but only $(gigabytes "$free") are free at $2"
        return 1
    fi
}

# Writes the SHA-256 of all files, as sha256sum prints it.
obtain_all() { # repository listing sums
    local commit path size kind hash address file
    commit=$(head -n 1 "$2")
    : >"$3"
    while IFS=$'\t' read -r path size kind hash address; do
        file=$(blob_of "$folder" "$path" "$size" "$kind" "$hash" "$address")
        if [ ! -e "$file" ] || [ "$(size_of "$file")" -ne "$size" ]; then
            obtain "$1" "$commit" "$path" "$size" "$kind" "$hash" "$address" "$file" || return 1
        elif ! has_hash "$file" "$kind" "$hash"; then
            echo "$file is not what the hub lists; removed" >&2
            rm -f "$file"
            obtain "$1" "$commit" "$path" "$size" "$kind" "$hash" "$address" "$file" || return 1
        fi
        if [ "$file" != "$folder/$path" ]; then
            mkdir -p "$(dirname "$folder/$path")"
            ln -sfn "$(realpath --relative-to "$(dirname "$folder/$path")" "$file")" "$folder/$path"
        fi
        if [ "$kind" = sha256 ]; then
            printf '%s  %s\n' "$hash" "$path" >>"$3"
        else
            printf '%s  %s\n' "$(sha256sum "$folder/$path" | cut -d ' ' -f 1)" "$path" >>"$3"
        fi
    done < <(tail -n +2 "$2")
}

refer() { # revision commit: a branch or tag, as the hub's clients note it
    if [ "$layout" = cache ] && [ "$1" != "$2" ]; then
        mkdir -p "$(dirname "$cache/refs/$1")"
        printf '%s' "$2" >"$cache/refs/$1"
    fi
}

seal() { # model folder repository commit method sums
    gate_java engine.inventory.script.SealModel "$plan" "$profile" "$1" "$2" "$3" "$4" "$5" <"$6"
}

is_prepared() { # folder
    [ -e "$1/thor-gate-manifest.json" ] && gate_java weights.prepared.CheckModel quick "$1" >/dev/null 2>"$work/check"
}

# Gets a repository, but for a dry run; leaves its place in folder, its commit in commit, what it lacked in bytes.
bring() { # model way repository revision target
    local listing=$work/listing
    bytes=0
    if ! list "$3" "$4" >"$listing"; then
        step failed "$1" "$3 at $4 can't be listed$([ -n "$from" ] || echo "; see that it exists, that HF_TOKEN is set and its licence accepted")"
        return 1
    fi
    commit=$(head -n 1 "$listing")
    lay_out "$2" "$3" "$commit" "$5"
    ! is_prepared "$folder" || return 0
    bytes=$(missing_bytes "$listing")
    has_room "$1" "$5" $((bytes + ${extra:-0})) || return 1
    ! $dry_run || return 0
    obtain_all "$3" "$listing" "$work/sums" || return 1
    refer "$4" "$commit"
}

# --- the ways

fetch_model() { # model way repository revision target
    local told
    extra=0
    bring "$1" "$2" "$3" "$4" "$5" || return 1
    if is_prepared "$folder"; then
        step ok "$1" "$folder"
    elif $dry_run; then
        step would "$1" "fetch $(gigabytes "$bytes") of $3 at $commit into $folder"
    elif told=$(seal "$1" "$folder" "$3" "$commit" '' "$work/sums"); then
        step changed "$1" "$told, $folder"
    else
        step failed "$1" "$folder is not what the plan declares"
        return 1
    fi
}

quantize() { # model repository revision target bytes-in-memory
    local told source sources part=$4.part
    if is_prepared "$4"; then
        step ok "$1" "$4"
        return
    fi
    sources=${HF_HUB_CACHE:-${HF_HOME:-$HOME/.cache/huggingface}/hub}
    extra=$5
    bring "$1" hub "$2" "$3" "$sources" || return 1
    if $dry_run; then
        step would "$1" "fetch $(gigabytes "$bytes") of $2 at $commit, and quantize it to 4 bits with AWQ into $4"
        return
    fi
    source=$folder
    rm -rf "$part"
    mkdir -p "$(dirname "$4")"
    if ! run_quantizer "$source" "$part"; then
        rm -rf "$part" "$part.offload"
        step failed "$1" "it can't be quantized; the reason stands above"
        return 1
    fi
    (cd "$part" && find . -type f -printf '%P\0' | sort -z | xargs -0 sha256sum --) >"$work/sums"
    if ! told=$(seal "$1" "$part" "$2" "$commit" "AWQ, 4 bits, groups of 128, by llm-compressor" "$work/sums"); then
        step failed "$1" "$part is not what the plan declares"
        return 1
    fi
    rm -rf "$4"
    mv "$part" "$4"
    step changed "$1" "$told, $4"
}

# Models with code of their own run it here, as they do in vLLM.
run_quantizer() { # source target
    local python arguments=("$1" "$2" --text "${CALIBRATION:-$gate_home/README.md}")
    python=${QUANTIZER_PYTHON:-$("$here/models/llm-compressor.sh" "${ENGINES:-$HOME/.cache/thor-gate/engines}/llm-compressor" | tail -n 1)} || return 1
    [ -z "$memory" ] || arguments+=(--memory "$memory")
    ! grep -q '"auto_map"' "$1/config.json" || arguments+=(--trust-remote-code)
    "$python" "$here/models/quantize_awq.py" "${arguments[@]}" >&2 || return 1
    rm -rf "$2.offload"
    chmod -R u=rwX,go=rX "$2"
}

pull() { # model tag
    if ! command -v ollama >/dev/null; then
        step failed "$1" "Ollama is not on the PATH; ci/setup-thor.sh --install-ollama"
        return 1
    elif ollama show -- "$2" >/dev/null 2>&1; then
        step ok "$1" "$2 in Ollama's store"
    elif $dry_run; then
        step would "$1" "ollama pull $2"
    elif ollama pull -- "$2" >&2; then
        step changed "$1" "$2 in Ollama's store"
    else
        step failed "$1" "ollama pull $2"
        return 1
    fi
}

prepare() { # model engine way from revision target bytes fits
    if [ "$8" = too-large ] && ! $all; then
        step left "$1" "needs $(gigabytes "$7") of memory, more than the device has: the gate never loads it on $2; --all fetches it all the same"
        return
    fi
    case $3 in
        hub | folder) fetch_model "$1" "$3" "$4" "$5" "$6" ;;
        awq) quantize "$1" "$4" "$5" "$6" "$([ "$7" = - ] && echo 0 || echo "$7")" ;;
        ollama) pull "$1" "$4" ;;
        *) step left "$1" "$4: not to be had from here; put it where $2 finds it" ;;
    esac
}

# What was prepared lies in the target, or in one of the snapshots of the hub's cache.
check() { # model way from target
    local found=false folder
    for folder in "$4" "$4/models--${3//\//--}/snapshots"/*; do
        [ -e "$folder/thor-gate-manifest.json" ] || continue
        found=true
        if gate_java weights.prepared.CheckModel thorough "$folder" >/dev/null; then
            step ok "$1" "$folder"
        else
            step failed "$1" "$folder is not as it was prepared"
            return 1
        fi
    done
    $found || step left "$1" "has no manifest: not prepared here"
}

wanted() { # model
    [ -z "$models" ] || [[ ,$models, == *,$1,* ]]
}

gate_classpath
gate_java engine.inventory.script.PlanNeeds "$plan" "$profile" >"$work/needs"
chosen=0
while IFS=$'\t' read -r -u 3 kind model engine way from_where revision target bytes fits; do
    if [ "$kind" != model ] || ! wanted "$model"; then
        continue
    fi
    chosen=$((chosen + 1))
    if $check_only; then
        check "$model" "$way" "$from_where" "$target" || failed=$((failed + 1))
    else
        prepare "$model" "$engine" "$way" "$from_where" "$revision" "$target" "$bytes" "$fits" || failed=$((failed + 1))
    fi
done 3<"$work/needs"

if [ $chosen -eq 0 ]; then
    echo "no model to prepare: profile $profile has none${models:+ of $models}" >&2
    exit 1
elif [ $failed -gt 0 ]; then
    echo "$failed of $chosen could not be prepared; run this again once that is mended" >&2
    exit 1
fi
