#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and opens Hookworks. Arguments go to the program.
# Without a display, `hookworks-cli demo` runs in the terminal instead.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/release

sh "$root/packaging/install.sh" run
[ -f "$build/build.ninja" ] || cmake -S "$root" --preset release -B "$build" >&2
cmake --build "$build" --target hookworks hookworks-cli >&2

has_display() {
    [ -n "${WAYLAND_DISPLAY:-}" ] && return 0
    [ -n "${DISPLAY:-}" ] || return 1
    ! command -v xdpyinfo >/dev/null 2>&1 || xdpyinfo >/dev/null 2>&1
}

if has_display; then
    exec "$build/bin/hookworks" "$@"
fi
echo "There is no display here: running 'hookworks-cli demo' in the terminal instead of opening the window." >&2
exec "$build/bin/hookworks-cli" demo "$@"
