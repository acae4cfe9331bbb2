// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/upkeep.h"

#include "store/sqlite/connection.h"

#include <QStringList>

namespace hookworks {

Result<void> prepareForWriting(SqlConnection& connection)
{
    const QStringList settings{QStringLiteral("PRAGMA journal_mode = WAL"),
                               QStringLiteral("PRAGMA synchronous = FULL"),
                               QStringLiteral("PRAGMA wal_autocheckpoint = 0"),
                               QStringLiteral("PRAGMA journal_size_limit = 67108864"),
                               QStringLiteral("BEGIN IMMEDIATE"),
                               QStringLiteral("ROLLBACK")};
    for (const QString& setting : settings) {
        if (auto done = connection.execute(setting); !done)
            return done;
    }
    return {};
}

Result<void> copyLog(SqlConnection& connection)
{
    return connection.execute(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

Result<void> writeAnew(SqlConnection& connection)
{
    return connection.execute(QStringLiteral("VACUUM")).and_then([&] {
        return connection.execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    });
}

Result<void> copyInto(SqlConnection& connection, const QString& path)
{
    QString quoted = path;
    quoted.replace(u'\'', QStringLiteral("''"));
    return connection.execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
}

} // namespace hookworks
