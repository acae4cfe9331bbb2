# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
find_path(HOOKWORKS_SQLITE_DIR sqlite3.h)
find_library(HOOKWORKS_SQLITE_LIBRARY sqlite3)
mark_as_advanced(HOOKWORKS_SQLITE_DIR HOOKWORKS_SQLITE_LIBRARY)
if(TARGET startup_bench AND HOOKWORKS_SQLITE_DIR AND HOOKWORKS_SQLITE_LIBRARY)
    hookworks_bench(listener_floor SOURCES listener_floor.cpp LINKS Qt6::Network ${HOOKWORKS_SQLITE_LIBRARY})
    hookworks_bench(listener_bench
        SOURCES listener_bench.cpp captures_window.cpp loop_probe.cpp window_watch.cpp
        LINKS hookworks_shell ${HOOKWORKS_XCB_LIBRARY})
    add_dependencies(listener_bench listener_floor hookworks hookworks-cli)
endif()
