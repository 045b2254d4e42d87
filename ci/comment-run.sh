#!/usr/bin/env bash
# Puts a run's comment under its pull or merge request, in the place of the one before: ci/comment-run.sh FOLDER
# FOLDER has the comment.json of ci/report-run.sh. On GitHub: GITHUB_TOKEN, PULL_REQUEST (its number) and what GitHub sets itself. On
# GitLab: GATE_COMMENT_TOKEN (of the project, scope api) and what GitLab sets itself. Without a token it says so and does nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=ci/lib/gate-java.sh
source "$here/lib/gate-java.sh"

comment=${1:?usage: $0 FOLDER}/comment.json

if [ -n "${PULL_REQUEST:-}" ]; then
    token=${GITHUB_TOKEN:-}
    header="Authorization: Bearer $token"
    comments=$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments
    one=$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/comments
    change=PATCH
elif [ -n "${CI_MERGE_REQUEST_IID:-}" ]; then
    token=${GATE_COMMENT_TOKEN:-}
    header="PRIVATE-TOKEN: $token"
    comments=$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes
    one=$comments
    change=PUT
else
    echo "no comment: this is no pull or merge request" >&2
    exit 0
fi
if [ -z "$token" ]; then
    echo "no comment: there is no token" >&2
    exit 0
fi

# The token stays out of curl's arguments, which every user of the machine can read.
api() {
    curl --config <(printf 'header = "%s"\n' "$header") --fail --silent --show-error --retry 3 --max-time 60 "$@"
}

ours=$(api "$comments?per_page=100" | gate_java report.ci.OwnComment "thor-gate ${GATE_DEVICE_LABEL:-device}")
if [ -n "$ours" ]; then
    api --request "$change" --header 'Content-Type: application/json' --data-binary "@$comment" --output /dev/null "$one/$ours"
else
    api --request POST --header 'Content-Type: application/json' --data-binary "@$comment" --output /dev/null "$comments"
fi
