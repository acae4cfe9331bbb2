# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window and the widgets that pages share.
hookworks_test(ui_widgets SOURCES widgets_test.cpp LINKS hookworks_widgets)
hookworks_test(ui_window SOURCES window_test.cpp LINKS hookworks_shell)
