# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Pictures of every page go to DIR/screenshots.
hookworks_test(gui_screenshots SOURCES screenshots_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 180)
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/whole_job_test.cpp)
hookworks_test(gui_whole_job SOURCES whole_job_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
endif()
hookworks_test(gui_new_user SOURCES new_user_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(gui_failed_delivery SOURCES failed_delivery_test.cpp LINKS hookworks_shell hookworks_test_support LABELS window TIMEOUT 120)
hookworks_test(gui_case_argument SOURCES case_argument_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
add_dependencies(tst_gui_case_argument hookworks hookworks-cli)
hookworks_test(gui_tab_ring SOURCES tab_ring_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(gui_clipboard SOURCES clipboard_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
hookworks_test(gui_gallery SOURCES gallery_test.cpp LINKS hookworks_widgets LABELS window)
hookworks_test(gui_walk SOURCES walk_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 300)
set_tests_properties(gui_walk PROPERTIES COST 400) # it lasts longest, for it waits most
# The system's own Python is the one that has the system's pyatspi.
find_program(HOOKWORKS_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(HOOKWORKS_PYTHON)
    add_test(NAME gui_accessible COMMAND sh ${PROJECT_SOURCE_DIR}/packaging/display.sh --bus ${HOOKWORKS_PYTHON}
        ${CMAKE_CURRENT_SOURCE_DIR}/accessible_walk.py $<TARGET_FILE:hookworks>)
    set_tests_properties(gui_accessible PROPERTIES TIMEOUT 180 COST 180 LABELS window)
endif()
