# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Pictures of every page go to DIR/screenshots.
hookworks_test(gui_screenshots SOURCES screenshots_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 180)
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/whole_job_test.cpp)
hookworks_test(gui_whole_job SOURCES whole_job_test.cpp LINKS hookworks_shell LABELS window TIMEOUT 120)
endif()
hookworks_test(gui_gallery SOURCES gallery_test.cpp LINKS hookworks_widgets LABELS window)
