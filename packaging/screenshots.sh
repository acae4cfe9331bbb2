#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the pictures of the README and the handbook anew: runs the test that pictures every page, and takes some of them.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/check

sh "$root/packaging/install.sh" run test
[ -f "$build/build.ninja" ] || cmake -S "$root" --preset check -B "$build"
cmake --build "$build" --target tst_gui_screenshots
sh "$root/packaging/display.sh" "$build/tests/tst_gui_screenshots"
mkdir -p "$root/resources/screenshots"
for page in deliveries captures; do
    cp "$build/screenshots/$page-sample-light-100.png" "$root/resources/screenshots/$page.png"
done
cp "$build/screenshots/hybiscus-sample-light-100.png" "$root/resources/screenshots/reports.png"
for part in timeline reports simulate captures; do
    cp "$build/screenshots/handbook-$part.png" "$root/resources/handbook/$part.png"
done
