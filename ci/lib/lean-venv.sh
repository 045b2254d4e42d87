# shellcheck shell=bash
# Sourced by the scripts in ci that install programs made with torch.

# Installs a package beside the ordinary build of torch, without the packages that torch or it would like besides and that are never
# called.
lean_venv() { # folder package torch-version unneeded...
    local folder=$1 package=$2 torch=$3
    shift 3
    python3 -m venv "$folder/uv"
    "$folder/uv/bin/python" -m pip install --quiet --disable-pip-version-check uv==0.13.8
    local uv=("$folder/uv/bin/uv" --cache-dir "$folder/cache")

    "${uv[@]}" venv --quiet --clear --python "$folder/uv/bin/python" "$folder/venv"
    {
        echo "torch==$torch"
        printf "%s; python_version < '3'\n" "$@"
    } >"$folder/overrides.txt"
    "${uv[@]}" pip install --quiet --python "$folder/venv/bin/python" --override "$folder/overrides.txt" "$package"
    rm -rf "$folder/cache"
}
