# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The parts of the Reports page that need no workspace.
hookworks_test(ui_task_form SOURCES task_form_test.cpp LINKS hookworks_reports LABELS window TIMEOUT 120)
hookworks_test(ui_series_sheet SOURCES series_sheet_test.cpp LINKS hookworks_reports LABELS window TIMEOUT 120)
hookworks_test(ui_json_editor SOURCES json_editor_test.cpp LINKS hookworks_widgets LABELS window TIMEOUT 120)
target_include_directories(tst_ui_json_editor SYSTEM PRIVATE ${HOOKWORKS_QSCINTILLA_DIR})
hookworks_test(ui_html_editor SOURCES html_editor_test.cpp LINKS hookworks_widgets LABELS window)
target_include_directories(tst_ui_html_editor SYSTEM PRIVATE ${HOOKWORKS_QSCINTILLA_DIR})
hookworks_test(ui_report_editor SOURCES report_editor_test.cpp LINKS hookworks_reports LABELS window)
