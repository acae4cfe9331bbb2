// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keys.h"

#include "store/rows.h"

#include <QCoreApplication>

namespace hookworks {

Result<void> checkName(const QString& name)
{
    if (name.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, QCoreApplication::translate("hookworks", "A name is needed."));
    if (looksLikeId(name))
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "\"%1\" looks like an id. Choose another name.")
                        .arg(name));
    return {};
}

Result<void> checkName(SqlConnection& connection, const char* sql, const QString& name, qint64 id)
{
    if (auto named = checkName(name); !named)
        return named;
    const auto other = first(connection.ask(sql, name, id), [](Rows& row) { return row.integer(); });
    if (!other)
        return tl::unexpected(other.error());
    if (other->has_value())
        return fail(ErrorCode::Conflict,
                    QCoreApplication::translate("hookworks", "The name \"%1\" is taken. Choose another name.")
                        .arg(name));
    return {};
}

Result<void> met(const Result<int>& rows, const QString& what)
{
    if (rows && *rows == 0)
        return notThere(what);
    return done(rows);
}

} // namespace hookworks
