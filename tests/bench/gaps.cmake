# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
if(TARGET hookworks_cli_test)
    hookworks_bench(gaps_bench SOURCES gaps_bench.cpp LINKS hookworks_cli_test)
    add_dependencies(gaps_bench hookworks-cli)
endif()
