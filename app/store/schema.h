// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/secret_box.h"

#include <QStringList>

#include <memory>

namespace hookworks {

class SqlConnection;

/// The application_id of a workspace file: "Hook" in ASCII.
constexpr qint64 workspaceApplicationId = 0x486f6f6b;

/// The schema, as the steps that lead to it: step n (from 0) makes a file of version n one of version n + 1.
/// A published step is never changed; a new one is added.
using SchemaSteps = QList<QStringList>;
const SchemaSteps& schemaSteps();

/// The structureDigest() of a file of the newest version. A file that has it is known to be sound at once;
/// one that has not is compared piece by piece.
QByteArray newestStructureDigest();

/// Opens the one connection that writes: creates the file (0600) and its schema, or brings an older one up to
/// date in one transaction after copying it beside (`<file>.v<version>.bak`). Settings that an older program
/// left in clear are sealed before, in the copy too. Fails, and changes nothing, with NewerVersion, Damaged
/// (another application's or broken), CannotWrite (read-only), CannotOpen or DiskFull.
Result<std::unique_ptr<SqlConnection>> openForWriting(const QString& path, const SecretBox& secrets,
                                                      const SchemaSteps& steps = schemaSteps());

/// Opens a connection that reads. An older version is CannotOpen here.
Result<std::unique_ptr<SqlConnection>> openForReading(const QString& path,
                                                      const SchemaSteps& steps = schemaSteps());

/// A further connection that reads, to a file that this process has opened already: it is not checked again.
Result<std::unique_ptr<SqlConnection>> openChecked(const QString& path);

} // namespace hookworks
