// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealing.h"

#include "store/sqlite/connection.h"
#include "store/sqlite/upkeep.h"

#include <QStringList>

namespace hookworks {

namespace {

/// One column of a setting that lies in clear.
struct Clear
{
    qint64 id = 0;
    QByteArray bytes;
};

Clear toClear(Rows& row)
{
    const qint64 id = row.integer();
    return {id, row.bytes()};
}

/// `find` gives ids and bytes; `put` takes the sealed bytes and the id.
Result<void> sealColumn(SqlConnection& connection, const SecretBox& secrets, const char* find,
                        const char* put)
{
    const auto rows = all(connection.ask(find), toClear);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const Clear& row : *rows) {
        if (auto sealed = connection.run(put, secrets.seal(row.bytes), row.id); !sealed)
            return done(sealed);
    }
    return {};
}

/// A row whose address is sealed has its header fields sealed, too.
Result<void> sealAll(SqlConnection& connection, const SecretBox& secrets)
{
    const auto seal = [&](const char* find, const char* put) {
        return sealColumn(connection, secrets, find, put);
    };
    return seal("SELECT id, headers FROM webhooks WHERE typeof(url) = 'text'",
                "UPDATE webhooks SET headers = ? WHERE id = ?")
        .and_then([&] {
            return seal("SELECT id, CAST(url AS BLOB) FROM webhooks WHERE typeof(url) = 'text'",
                        "UPDATE webhooks SET url = ? WHERE id = ?");
        })
        .and_then([&] {
            return seal("SELECT id, CAST(config AS BLOB) FROM listeners WHERE typeof(config) = 'text'",
                        "UPDATE listeners SET config = ? WHERE id = ?");
        })
        .and_then([&] {
            return seal("SELECT id, document FROM reports WHERE sealed = 0",
                        "UPDATE reports SET document = ?, sealed = 1 WHERE id = ?");
        });
}

} // namespace

Result<void> sealOldSettings(SqlConnection& connection, const SecretBox& secrets)
{
    if (auto begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    auto sealed =
        sealAll(connection, secrets).and_then([&] { return connection.execute(QStringLiteral("COMMIT")); });
    if (!sealed) {
        (void)connection.execute(QStringLiteral("ROLLBACK"));
        return sealed;
    }
    return writeAnew(connection);
}

} // namespace hookworks
