#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh PROGRAM NAME FOLDER: runs a fuzz target for HOOKWORKS_FUZZ_SECONDS from its seeds; without them for 10 seconds, and with the
# same random numbers each time, so that nobody's change fails for what it did not touch. What was found grows in
# FOLDER/NAME-corpus; an input that fails is written to FOLDER.
set -eu
program=$1
name=$2
folder=$3
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder/$name-corpus"
python3 "$here/seeds.py" "$name" "$folder/$name-seeds"
[ -n "${HOOKWORKS_FUZZ_SECONDS:-}" ] && seed=0 || seed=7
exec "$program" -seed="$seed" -max_total_time="${HOOKWORKS_FUZZ_SECONDS:-10}" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
    -artifact_prefix="$folder/$name-" "$folder/$name-corpus" "$folder/$name-seeds"
