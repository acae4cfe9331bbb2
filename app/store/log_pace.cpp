// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_pace.h"

#include "store/sqlite/connection.h"
#include "store/sqlite/file_watch.h"

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr qint64 longestLog = 16 * 1024 * 1024; ///< bytes that the log grows by before it is written back
constexpr qint64 mostChanges = 20'000; ///< the same where it does not grow, but starts from its front again
constexpr std::chrono::milliseconds gapInTrouble = 1s;

} // namespace

bool LogPace::isDue(const SqlConnection& connection, const FileWatch& watch, bool inTrouble) const
{
    if (inTrouble)
        return std::chrono::steady_clock::now() - m_last > gapInTrouble;
    return connection.changes() - m_changes > mostChanges || watch.logBytes() - m_bytes > longestLog;
}

void LogPace::writtenBack(const SqlConnection& connection, const FileWatch& watch)
{
    m_changes = connection.changes();
    m_bytes = watch.logBytes();
    m_last = std::chrono::steady_clock::now();
}

} // namespace hookworks
