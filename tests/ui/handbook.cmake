# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The handbook that F1 opens.
hookworks_test(ui_handbook SOURCES handbook_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
