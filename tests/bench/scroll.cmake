# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
hookworks_bench(scroll_bench SOURCES scroll_bench.cpp LINKS hookworks_deliveries)
