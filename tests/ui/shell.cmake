# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window and the widgets that pages share.
hookworks_test(ui_widgets SOURCES widgets_test.cpp LINKS hookworks_widgets LABELS window)
target_include_directories(tst_ui_widgets SYSTEM PRIVATE ${HOOKWORKS_QSCINTILLA_DIR})
hookworks_test(ui_window SOURCES window_test.cpp LINKS hookworks_shell LABELS window)
hookworks_test(ui_report_parts SOURCES report_parts_test.cpp LINKS hookworks_shell LABELS window)
hookworks_test(ui_tree_design SOURCES tree_design_test.cpp LINKS hookworks_reports LABELS window TIMEOUT 120)
hookworks_test(ui_paper SOURCES paper_test.cpp LINKS hookworks_paper LABELS window)
hookworks_test(ui_paper_reports SOURCES paper_reports_test.cpp LINKS hookworks_paper LABELS window TIMEOUT 120)
hookworks_test(ui_design_pages SOURCES design_pages_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(ui_wheel SOURCES wheel_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(ui_drafts SOURCES drafts_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(ui_kit SOURCES kit_test.cpp LINKS hookworks_widgets LABELS window)
hookworks_test(ui_theme_switch SOURCES theme_switch_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 180)
hookworks_test(ui_first_look SOURCES first_look_test.cpp LINKS hookworks_shell LABELS window)
hookworks_test(ui_settings SOURCES settings_test.cpp LINKS hookworks_shell LABELS window)
hookworks_test(ui_case SOURCES case_test.cpp LINKS hookworks_shell hookworks_test_support LABELS window)
hookworks_test(ui_series SOURCES series_test.cpp LINKS hookworks_shell LABELS window)
hookworks_test(ui_keys SOURCES keys_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(ui_narrow SOURCES narrow_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
