# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
hookworks_bench(delivery_bench SOURCES delivery_bench.cpp lateness.cpp responders.cpp LINKS hookworks_workbench)
hookworks_bench(bulkhead_bench SOURCES bulkhead_bench.cpp responders.cpp LINKS hookworks_workbench)
hookworks_bench(scan_bench SOURCES scan_bench.cpp lateness.cpp many_captures.cpp responders.cpp LINKS hookworks_workbench)
