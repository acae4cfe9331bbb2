// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace hookworks {

class FileWatch;
class SqlConnection;

/// When the writing thread writes the log back into the file. Knows the time by itself, as IndexPace does.
class LogPace
{
public:
    /// By what was written since the last time; `inTrouble`, while groups fail: once a second, since a disk
    /// without room may have some once the log starts from its front again.
    bool isDue(const SqlConnection& connection, const FileWatch& watch, bool inTrouble) const;
    void writtenBack(const SqlConnection& connection, const FileWatch& watch);

private:
    qint64 m_changes = 0; ///< SqlConnection::changes() when the log was written back last
    qint64 m_bytes = 0;   ///< how long the log was then
    std::chrono::steady_clock::time_point m_last;
};

} // namespace hookworks
