# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
if(TARGET startup_bench)
    hookworks_bench(waiting_bench
        SOURCES waiting_bench.cpp waiting_window.cpp waiting_workspace.cpp loop_probe.cpp window_watch.cpp responders.cpp
        LINKS hookworks_shell ${HOOKWORKS_XCB_LIBRARY})
    add_dependencies(waiting_bench hookworks)
endif()
