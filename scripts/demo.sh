#!/usr/bin/env bash
# One command from a fresh clone to a running SpendWise:
#   ./scripts/demo.sh [--port N] [--data-dir DIR] [--once]
# Installs into .venv, builds the dashboard, prepares the data directory, and becomes the supervisor (Ctrl-C stops all).
# --once: do the main job without a browser (import a statement, make last month's report), stop everything, exit 0.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/find_python.sh"
find_python
ensure_venv_module
from=$PWD
cd "$here/.."
exec "$PYTHON" -u -m scripts.demo --from "$from" "$@"
