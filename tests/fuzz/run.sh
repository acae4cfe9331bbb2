#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh PROGRAM NAME FOLDER: runs a fuzz target for HOOKWORKS_FUZZ_SECONDS (else 15) from its seeds. What was found grows
# in FOLDER/NAME-corpus; an input that fails is written to FOLDER.
set -eu
program=$1
name=$2
folder=$3
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder/$name-corpus"
python3 "$here/seeds.py" "$name" "$folder/$name-seeds"
exec "$program" -max_total_time="${HOOKWORKS_FUZZ_SECONDS:-15}" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
    -artifact_prefix="$folder/$name-" "$folder/$name-corpus" "$folder/$name-seeds"
