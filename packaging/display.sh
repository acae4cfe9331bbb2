#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# display.sh [--bus] COMMAND…: runs a command in an X server of its own (Xvfb) with a window manager (openbox), and in
# settings, data and runtime folders of its own; ends with the command's exit status and leaves nothing behind. With --bus also in a D-Bus
# session of its own, over which assistive technologies (AT-SPI) see the window.
set -u
if [ "${1-}" = --bus ]; then
    shift
    set -- dbus-run-session -- "$@"
fi
scratch=$(mktemp -d)
server=
manager=
cleanup() {
    [ -z "$manager" ] || kill "$manager" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    wait
    rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

mkfifo "$scratch/number"
Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$scratch/number" 2>"$scratch/server.log" &
server=$!
read -r number <"$scratch/number" || { cat "$scratch/server.log" >&2; exit 1; }
export DISPLAY=":$number"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

for kind in CONFIG DATA CACHE STATE RUNTIME; do
    mkdir -m 700 "$scratch/$kind"
done
export XDG_CONFIG_HOME="$scratch/CONFIG" XDG_DATA_HOME="$scratch/DATA" XDG_CACHE_HOME="$scratch/CACHE"
export XDG_STATE_HOME="$scratch/STATE" XDG_RUNTIME_DIR="$scratch/RUNTIME"
export HOOKWORKS_KEY_FILE="$scratch/key" # a keyring on the bus would ask for a password that nobody types
export QT_QPA_PLATFORM=xcb LANG=C.UTF-8 LC_ALL=C.UTF-8

mkfifo "$scratch/ready"
openbox --startup "sh -c 'echo ready >$scratch/ready'" >"$scratch/manager.log" 2>&1 &
manager=$!
timeout 10 cat "$scratch/ready" >"$scratch/said" || { cat "$scratch/manager.log" >&2; exit 1; } # a window that comes sooner is never active
"$@"
