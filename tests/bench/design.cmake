# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
hookworks_bench(design_bench SOURCES design_bench.cpp LINKS hookworks_reports)
target_include_directories(design_bench SYSTEM PRIVATE ${HOOKWORKS_QSCINTILLA_DIR})
