# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every target of Hookworks shares: language, warnings, compile definitions, sanitizers, linker, compiler cache.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF) # moc reads our headers alone: waiting for the libraries below left a core idle
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()

option(HOOKWORKS_WARNINGS "The warnings that developers want" ON)
option(HOOKWORKS_WERROR "Warnings are errors" OFF)
set(HOOKWORKS_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")

find_program(HOOKWORKS_CCACHE ccache)
if(HOOKWORKS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime)
    if(CMAKE_UNITY_BUILD) # built once, so nearly never found: looked up without a run of the preprocessor first
        list(APPEND CMAKE_CXX_COMPILER_LAUNCHER CCACHE_DEPEND=1)
    endif()
    list(APPEND CMAKE_CXX_COMPILER_LAUNCHER ${HOOKWORKS_CCACHE})
endif()
find_program(HOOKWORKS_MOLD mold)
mark_as_advanced(HOOKWORKS_CCACHE HOOKWORKS_MOLD)

add_library(hookworks_options INTERFACE)
target_include_directories(hookworks_options INTERFACE ${PROJECT_SOURCE_DIR}/app)
target_compile_definitions(hookworks_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    QT_NO_JAVA_STYLE_ITERATORS QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(hookworks_options INTERFACE -fno-omit-frame-pointer)
if(HOOKWORKS_WARNINGS)
    target_compile_options(hookworks_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
    if(NOT CMAKE_UNITY_BUILD) # one file's names would shadow those of the next
        target_compile_options(hookworks_options INTERFACE -Wshadow)
    endif()
endif()
if(HOOKWORKS_WERROR)
    target_compile_options(hookworks_options INTERFACE -Werror)
endif()
if(HOOKWORKS_MOLD)
    target_link_options(hookworks_options INTERFACE -fuse-ld=mold)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # The second lets the compiler take 1 GB before it looks for what it no longer needs: a fifth quicker.
    target_compile_options(hookworks_options INTERFACE -fpch-preprocess "SHELL:--param ggc-min-heapsize=1000000")
endif()
if(HOOKWORKS_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(hookworks_options INTERFACE -Wno-tsan) # Asio's fences, which the sanitizer does not see
endif()
if(HOOKWORKS_SANITIZE)
    target_compile_options(hookworks_options INTERFACE -fsanitize=${HOOKWORKS_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(hookworks_options INTERFACE -fsanitize=${HOOKWORKS_SANITIZE})
endif()

set(HOOKWORKS_USUAL_HEADERS
    <QByteArray> <QCoreApplication> <QFuture> <QHash> <QList> <QMap> <QObject> <QPromise> <QStringBuilder> <QStringList> <QTimer> <QVariant>
    <algorithm> <chrono> <functional> <memory> <optional> <ranges> <variant> <vector>)

# hookworks_library(<name> LINKS <targets…>): one folder of app/ or ui/, a static library hookworks_<name>
# of the *.cpp and *.h of the folder and its rooms. LINKS are the arrows that design allows the folder, and the libraries it uses.
function(hookworks_library name)
    cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h
         ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*/*.h)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    add_library(hookworks_${name} STATIC ${sources})
    target_link_libraries(hookworks_${name} PUBLIC hookworks_options ${arg_LINKS})
    if(CMAKE_UNITY_BUILD) # which reads each header once as it is
        hookworks_join_mocs(hookworks_${name})
    else()
        target_precompile_headers(hookworks_${name} PRIVATE ${HOOKWORKS_USUAL_HEADERS})
    endif()
endfunction()

# What moc makes of a folder joins the folder's other files in a unity build: by itself it would read all their headers again.
function(hookworks_join_mocs target)
    set(made ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp)
    set(joined ${CMAKE_CURRENT_BINARY_DIR}/${target}_mocs.cpp)
    file(CONFIGURE OUTPUT ${joined} CONTENT "#include \"${made}\"\n")
    set_source_files_properties(${made} PROPERTIES HEADER_FILE_ONLY ON)
    set_source_files_properties(${joined} PROPERTIES SKIP_AUTOMOC ON)
    target_sources(${target} PRIVATE ${joined})
endfunction()

# The headers that tests share, compiled once for those that link Qt Widgets and once for those that do not. Qt Test is one of them, and its
# lines differ with the macros that these options take back: they are other ones in each folder.
set(HOOKWORKS_TEST_OPTIONS -UQT_NETWORK_LIB -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
function(hookworks_test_headers)
    foreach(kind plain window)
        add_library(hookworks_${kind}_headers OBJECT ${PROJECT_SOURCE_DIR}/tests/support/headers.cpp)
        set_target_properties(hookworks_${kind}_headers PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
        target_link_libraries(hookworks_${kind}_headers PRIVATE hookworks_options Qt6::Test)
        target_compile_options(hookworks_${kind}_headers PRIVATE ${HOOKWORKS_TEST_OPTIONS})
        target_precompile_headers(hookworks_${kind}_headers PRIVATE ${HOOKWORKS_USUAL_HEADERS} <QFile> <QProcess> <QSignalSpy> <QTemporaryDir> ${PROJECT_SOURCE_DIR}/tests/support/patience.h)
    endforeach()
    target_link_libraries(hookworks_window_headers PRIVATE Qt6::Widgets)
    target_precompile_headers(hookworks_window_headers PRIVATE
        <QAction> <QApplication> <QComboBox> <QLabel> <QLineEdit> <QMenu> <QPushButton> <QTableView> <QToolButton>)
endfunction()

# hookworks_share_headers(<target> <what it links beside Qt Test…>): the window's, where one of ui/ or Qt Widgets is among that.
function(hookworks_share_headers target)
    set(kind plain)
    foreach(link IN LISTS ARGN)
        set(folder "")
        if(TARGET ${link})
            get_target_property(folder ${link} SOURCE_DIR)
        endif()
        cmake_path(IS_PREFIX PROJECT_SOURCE_DIR "${folder}" ours)
        if(link STREQUAL "Qt6::Widgets" OR (ours AND folder MATCHES "/ui/[a-z]+$"))
            set(kind window)
        endif()
    endforeach()
    target_compile_options(${target} PRIVATE ${HOOKWORKS_TEST_OPTIONS})
    target_precompile_headers(${target} REUSE_FROM hookworks_${kind}_headers)
endfunction()

# Each test is one file that includes what moc makes of it; a whole automoc run for it costs more than moc itself.
function(hookworks_moc_test target)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    foreach(source ${ARGN})
        file(STRINGS ${source} included REGEX "^#include \"[a-z0-9_]+\\.moc\"$")
        if(included)
            string(REGEX REPLACE ".*\"(.*)\".*" "\\1" moc ${included})
            set(made ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc/${moc})
            qt_generate_moc(${source} ${made} TARGET ${target})
            target_sources(${target} PRIVATE ${made})
            target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
        endif()
    endforeach()
endfunction()

# hookworks_test(<name> SOURCES <files…> LINKS <targets…> [LABELS <labels…>] [TIMEOUT <seconds>]): one test program, tst_<name>.
function(hookworks_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if("hookworks_shell" IN_LIST arg_LINKS)
        list(APPEND arg_LINKS hookworks_gui_session)
    endif()
    add_executable(tst_${name} ${arg_SOURCES})
    target_link_libraries(tst_${name} PRIVATE hookworks_options ${arg_LINKS} Qt6::Test)
    target_include_directories(tst_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(tst_${name} PRIVATE HOOKWORKS_SOURCE_DIR="${PROJECT_SOURCE_DIR}" HOOKWORKS_BINARY_DIR="${PROJECT_BINARY_DIR}")
    set_target_properties(tst_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests UNITY_BUILD OFF)
    hookworks_moc_test(tst_${name} ${arg_SOURCES})
    set(command tst_${name})
    if("window" IN_LIST arg_LABELS) # a display of its own: on one display, windows take the focus from each other
        set(command sh ${PROJECT_SOURCE_DIR}/packaging/display.sh $<TARGET_FILE:tst_${name}>)
    endif()
    hookworks_share_headers(tst_${name} ${arg_LINKS})
    add_test(NAME ${name} COMMAND ${command})
    # The longest begin first: one that begins last keeps a core idle.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} COST ${arg_TIMEOUT} LABELS "${arg_LABELS}")
endfunction()
