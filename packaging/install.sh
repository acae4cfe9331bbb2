#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install.sh SET…: installs what is missing of the sets of packages.txt (run, test), with apt; with sudo when not root.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    echo "This is no Debian or Ubuntu: please install what packaging/packages.txt names with your own package tool." >&2
    exit 0
fi

# Prints the packages of the wanted sets that are not installed, a line each, alternatives still joined by |.
missing() {
    for set in "$@"; do
        sed -n "s/^$set  *//p" "$here/packages.txt"
    done | while read -r line; do
        found=
        for package in $(echo "$line" | tr '|' ' '); do
            if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ]; then
                found=yes
            fi
        done
        [ -n "$found" ] || echo "$line"
    done
}

# Prints the first of the alternatives of each line that apt knows.
chosen() {
    while read -r line; do
        name=${line%%|*}
        for package in $(echo "$line" | tr '|' ' '); do
            if apt-cache show "$package" >/dev/null 2>&1; then
                name=$package
                break
            fi
        done
        echo "$name"
    done
}

wanted=$(missing "$@")
[ -n "$wanted" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    sudo=
elif command -v sudo >/dev/null 2>&1; then
    sudo=sudo
else
    echo "These packages are missing, and there is neither root nor sudo to install them:" >&2
    echo "$wanted" >&2
    exit 1
fi
echo "Installing: $(echo "$wanted" | tr '\n' ' ')" >&2
$sudo apt-get update -q >&2
# shellcheck disable=SC2046
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $(echo "$wanted" | chosen) >&2
