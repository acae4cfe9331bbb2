# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completes the commands and options of hookworks-cli from its own help; where neither fits, file names.

_hookworks_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} word help
    local -a path=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        demo | listen | report | webhook | policy | provider | workspace | simulate | run | deliver | deliveries | delivery | retry | cancel | \
            captures | capture | replay | forward | diff | export | ca | list | show | remove | import | validate | add | set | \
            test | preview | runs | schema | openapi | asyncapi) path+=("$word") ;;
        esac
    done
    help=$(hookworks-cli "${path[@]}" --help 2>/dev/null) || help=$(hookworks-cli "${path[@]:0:1}" --help 2>/dev/null)
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(grep -oE -- '--[a-z][a-z0-9-]*' <<<"$help")
            --workspace --json --quiet --verbose --help" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -W "$(sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p' <<<"$help")" -- "$current")
        ((${#COMPREPLY[@]})) || mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _hookworks_cli hookworks-cli
