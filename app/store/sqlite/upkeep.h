// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace hookworks {

class SqlConnection;

// What a SQLite file needs besides statements; none of it inside a transaction.

/// Settings of the one connection that writes: a log that is written back by copyLog() alone, every commit on
/// the disk, deleted bytes overwritten. Waits for others that write.
Result<void> prepareForWriting(SqlConnection& connection);

/// Writes the log back into the file, as far as readers let it, without waiting.
Result<void> copyLog(SqlConnection& connection);

/// Writes the file anew and empties the log, so that no byte of what was overwritten or deleted is left in
/// them: where SQLite moves rows about, pieces of the old ones stay between them. Needs room for the file
/// once more, and as long as copying it takes. Waits a few seconds for readers; where they stay, the log is
/// empty when the workspace is closed.
Result<void> writeAnew(SqlConnection& connection);

/// A copy of what is committed, into the empty file `path`.
Result<void> copyInto(SqlConnection& connection, const QString& path);

} // namespace hookworks
