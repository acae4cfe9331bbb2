# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
hookworks_bench(query_bench SOURCES query_bench.cpp many_captures.cpp LINKS hookworks_store)
