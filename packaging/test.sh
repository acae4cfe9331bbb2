#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, and runs every test; the window's tests in an X server of their own. Arguments go to ctest; without
# any, the fuzz targets are built and run for a bounded time first (HOOKWORKS_FUZZ_SECONDS each, else 10).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/check
jobs=$(nproc)

sh "$root/packaging/install.sh" run test
cmake -S "$root" --preset check -B "$build"
cmake --build "$build" --parallel "$jobs"
if [ $# -eq 0 ]; then
    cmake -S "$root" --preset fuzz
    cmake --build "$root/build/fuzz" --parallel "$jobs"
    ctest --test-dir "$root/build/fuzz" --output-on-failure --parallel $((jobs + 1)) # each runs for as long as it may
fi
# Three for each core: two thirds of their time, tests wait for the other end, for a time that is tested, or for a window.
exec sh "$root/packaging/display.sh" ctest --test-dir "$build" --output-on-failure --parallel $((jobs * 3)) "$@"
