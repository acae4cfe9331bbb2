#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and opens Hookworks. Arguments go to the program.
# Without a display, `hookworks-cli demo` runs in the terminal instead.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/release

say() {
    echo "Hookworks: $*" >&2
}

say "1 of 3: installing what is missing"
sh "$root/packaging/install.sh" run
if [ -x "$build/bin/hookworks" ]; then
    say "2 of 3: building what has changed"
else
    say "2 of 3: building; the first time takes five to seven minutes on two processor cores"
fi
mkdir -p "$build"
if [ ! -f "$build/build.ninja" ] && ! cmake -S "$root" --preset release -B "$build" >"$build/configure.log" 2>&1; then
    cat "$build/configure.log" >&2
    exit 1
fi
NINJA_STATUS='[%p, %es] ' cmake --build "$build" --target hookworks hookworks-cli >&2
say "3 of 3: starting"

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
