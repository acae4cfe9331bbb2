# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Simulate, Deliveries and Captures.
hookworks_test(ui_timeline SOURCES timeline_test.cpp LINKS hookworks_deliveries)
hookworks_test(ui_timeline_view SOURCES timeline_view_test.cpp LINKS hookworks_deliveries LABELS window)
hookworks_test(ui_lists SOURCES lists_test.cpp LINKS hookworks_deliveries hookworks_captures LABELS window)
hookworks_test(ui_live_list SOURCES live_list_test.cpp LINKS hookworks_lists LABELS window)
hookworks_test(ui_delivery_limits SOURCES delivery_limits_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(ui_quota SOURCES quota_test.cpp LINKS hookworks_shell Qt6::Network LABELS window)
hookworks_test(ui_dialogs SOURCES dialogs_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(ui_removal SOURCES removal_test.cpp LINKS hookworks_shell Qt6::Network LABELS window)
hookworks_test(ui_marks SOURCES marks_test.cpp LINKS hookworks_shell Qt6::Network LABELS window TIMEOUT 120)
hookworks_test(ui_forwarding SOURCES forwarding_test.cpp LINKS hookworks_shell hookworks_test_support Qt6::Network LABELS window TIMEOUT 120)
hookworks_test(ui_rule_editor SOURCES rule_editor_test.cpp LINKS hookworks_captures LABELS window)
hookworks_test(ui_inspector SOURCES inspector_test.cpp LINKS hookworks_captures LABELS window)
hookworks_test(ui_deliveries_page SOURCES deliveries_page_test.cpp LINKS hookworks_shell Qt6::Network LABELS window TIMEOUT 120)
hookworks_test(ui_rules SOURCES rules_test.cpp LINKS hookworks_shell Qt6::Network LABELS window)
hookworks_test(ui_query SOURCES query_test.cpp LINKS hookworks_shell Qt6::Network LABELS window)
hookworks_test(ui_simulate SOURCES simulate_page_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(ui_replay_dialog SOURCES replay_dialog_test.cpp LINKS hookworks_shell Qt6::Network LABELS window TIMEOUT 120)
