#!/bin/sh
# Prints the folders of CUDA's libraries that tools/cuda-requirements.txt installs, for LD_LIBRARY_PATH, with what is in
# it. Usage: tools/cuda-path.sh [environment of Python]
set -u
root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
environment=$root/.venv
[ -z "${CONDA_PREFIX:-}" ] || [ "${CONDA_DEFAULT_ENV:-base}" = base ] || environment=$CONDA_PREFIX
path=
for folder in "${1:-$environment}"/lib/python3*/site-packages/nvidia/*/lib; do
    [ ! -d "$folder" ] || path=$path$folder:
done
path=$path${LD_LIBRARY_PATH:-}
printf '%s\n' "${path%:}"
