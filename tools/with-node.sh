#!/bin/sh
# Runs a script of this checkout with the pinned Node, after the same set-up as bin/daybook.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/tools/set-up.sh"
exec "$node" --disable-warning=ExperimentalWarning "$@"
