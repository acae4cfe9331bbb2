# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Finds what Hookworks is built from. Whatever is missing is named with its package, all of it in one message.

set(hookworks_missing "")

# need(<found> <what> <package>): notes the package when <found> is false.
macro(need found what package)
    if(NOT ${found})
        list(APPEND hookworks_missing "${what}: install ${package}")
    endif()
endmacro()

# need_header(<header> <variable> <package>): a header-only library.
macro(need_header header variable package)
    find_path(${variable} ${header})
    mark_as_advanced(${variable})
    need(${variable} ${header} ${package})
endmacro()

find_package(Qt6 6.4 QUIET COMPONENTS Core Network Sql Gui Widgets Svg DBus Test)
need(Qt6Core_FOUND "Qt 6.4 Core, Network, Sql, Widgets, DBus and Test" qt6-base-dev)
need(Qt6Svg_FOUND "Qt 6.4 Svg" qt6-svg-dev)
find_package(Qt6Keychain QUIET)
need(Qt6Keychain_FOUND "QtKeychain for Qt 6" qtkeychain-qt6-dev)
find_package(OpenSSL 3 QUIET)
need(OPENSSL_FOUND "OpenSSL 3" libssl-dev)
find_package(Threads QUIET)
need_header(boost/beast/http/parser.hpp HOOKWORKS_BOOST_DIR "libboost1.81-dev (Debian 12) or libboost1.83-dev (Ubuntu 24.04)")
need_header(tl/expected.hpp HOOKWORKS_EXPECTED_DIR libexpected-dev)
need_header(rapidjson/reader.h HOOKWORKS_RAPIDJSON_DIR rapidjson-dev)
need_header(CLI/CLI.hpp HOOKWORKS_CLI11_DIR libcli11-dev)
need_header(dtl/dtl.hpp HOOKWORKS_DTL_DIR libdtl-dev)
find_package(ZLIB QUIET)
need(ZLIB_FOUND "zlib" zlib1g-dev)
need_header(brotli/decode.h HOOKWORKS_BROTLI_DIR libbrotli-dev)
find_library(HOOKWORKS_BROTLI_LIBRARY brotlidec)
need_header(zstd.h HOOKWORKS_ZSTD_DIR libzstd-dev)
find_library(HOOKWORKS_ZSTD_LIBRARY zstd)
mark_as_advanced(HOOKWORKS_BROTLI_LIBRARY HOOKWORKS_ZSTD_LIBRARY)
find_path(HOOKWORKS_QSCINTILLA_DIR Qsci/qsciscintilla.h PATH_SUFFIXES x86_64-linux-gnu/qt6 aarch64-linux-gnu/qt6 qt6)
find_library(HOOKWORKS_QSCINTILLA_LIBRARY qscintilla2_qt6)
need(HOOKWORKS_QSCINTILLA_LIBRARY "QScintilla for Qt 6" libqscintilla2-qt6-dev)
mark_as_advanced(HOOKWORKS_QSCINTILLA_DIR HOOKWORKS_QSCINTILLA_LIBRARY)

if(hookworks_missing)
    list(JOIN hookworks_missing "\n  " hookworks_missing)
    message(FATAL_ERROR "These dependencies of Hookworks are missing:\n  ${hookworks_missing}")
endif()
