// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/schema.h"

namespace hookworks {

/// That a workspace lies at `path`, as far as the folder knows: a regular file, or nothing yet. Damaged for a
/// folder, a pipe, a socket or a device; it is not opened.
Result<void> checkFileKind(const QString& path);

/// Of the names, types and columns of all that the file holds, SQLite's own and the search index aside:
/// SHA-256 in hex.
Result<QByteArray> structureDigest(SqlConnection& file);

/// That the file holds what `version` (from 1) of the schema has, column by column, and nothing that would
/// run by itself (triggers, views). Tables and indexes of somebody else's are let be. Damaged where it does
/// not.
Result<void> checkStructure(SqlConnection& file, const QString& path, qint64 version,
                            const SchemaSteps& steps);

} // namespace hookworks
