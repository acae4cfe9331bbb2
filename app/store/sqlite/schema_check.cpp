// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/schema_check.h"

#include "store/sqlite/connection.h"
#include "store/sqlite/search_index.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QMap>

#include <algorithm>
#include <sys/stat.h>

namespace hookworks {

namespace {

/// One table, index, trigger or view.
struct SchemaObject
{
    QString type;
    QStringList columns; ///< of a table: name, type, NOT NULL and place in the key of each
    bool operator==(const SchemaObject&) const = default;
};

using Structure = QMap<QString, SchemaObject>; ///< by name

/// Without what SQLite makes for itself.
Result<Structure> structureOf(SqlConnection& connection)
{
    auto rows = connection.askOnce(QStringLiteral(
        "SELECT m.name, m.type, coalesce(c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || "
        "c.pk, '') FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c ON m.type = 'table' "
        "WHERE m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, c.cid"));
    if (!rows)
        return tl::unexpected(rows.error());
    Structure structure;
    while (rows->next()) {
        SchemaObject& object = structure[rows->text()];
        object.type = rows->text();
        object.columns << rows->text();
    }
    if (const auto failure = rows->failure())
        return tl::unexpected(*failure);
    return structure;
}

/// It belongs to no version, and grows with the captures.
bool isOfSearchIndex(const QString& name, const QString& type)
{
    return name.startsWith(searchIndexPrefix) &&
           (type == QLatin1String("table") || type == QLatin1String("index"));
}

QByteArray digestOf(const Structure& structure)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [name, object] : structure.asKeyValueRange()) {
        if (isOfSearchIndex(name, object.type))
            continue;
        hash.addData((QStringList{name, object.type} + object.columns).join(u'\n').toUtf8() + '\0');
    }
    return hash.result().toHex();
}

/// As the program itself would make it.
Result<Structure> structureAfter(const SchemaSteps& steps)
{
    auto empty = SqlConnection::inMemory();
    if (!empty)
        return tl::unexpected(empty.error());
    for (const QStringList& step : steps) {
        for (const QString& statement : step) {
            if (auto executed = (*empty)->execute(statement); !executed)
                return tl::unexpected(executed.error());
        }
    }
    return structureOf(**empty);
}

/// The program's own is made once: it costs more than all else that opens a workspace, and several threads
/// open one.
Result<Structure> newestStructure(const SchemaSteps& steps)
{
    if (steps != schemaSteps())
        return structureAfter(steps);
    static const Result<Structure> own = structureAfter(schemaSteps());
    return own;
}

/// The name of the first thing that is not as it should be; empty: all is.
QString firstDifference(const Structure& actual, const Structure& expected, const Structure& newest)
{
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (actual.value(it.key()) != it.value())
            return it.key();
    }
    const QStringList names = actual.keys();
    const auto odd = std::ranges::find_if(names, [&](const QString& name) {
        const QString& type = actual[name].type;
        const bool acts = type == QLatin1String("trigger") || type == QLatin1String("view");
        return !expected.contains(name) && (acts || newest.contains(name));
    });
    return odd == names.end() ? QString() : *odd;
}

} // namespace

Result<QByteArray> structureDigest(SqlConnection& file)
{
    return structureOf(file).map(&digestOf);
}

Result<void> checkFileKind(const QString& path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || S_ISREG(status.st_mode))
        return {};
    return fail(ErrorCode::Damaged,
                S_ISDIR(status.st_mode)
                    ? QCoreApplication::translate(
                          "hookworks", "The workspace %1 is a folder. Name the file of a workspace.")
                          .arg(path)
                    : QCoreApplication::translate("hookworks", "The workspace %1 is a pipe, a socket or a "
                                                               "device. Name the file of a workspace.")
                          .arg(path));
}

Result<void> checkStructure(SqlConnection& file, const QString& path, qint64 version,
                            const SchemaSteps& steps)
{
    const auto actual = structureOf(file);
    if (actual && version == steps.size() && digestOf(*actual) == newestStructureDigest())
        return {};
    const auto newest = newestStructure(steps);
    const auto expected = version == steps.size() ? newest : structureAfter(steps.first(version));
    for (const auto* each : {&actual, &newest, &expected}) {
        if (!*each)
            return tl::unexpected(each->error());
    }
    const QString difference = firstDifference(*actual, *expected, *newest);
    if (difference.isEmpty())
        return {};
    return fail(ErrorCode::Damaged,
                QCoreApplication::translate(
                    "hookworks",
                    "The workspace %1 is damaged: it says that it is of version %2, but does not hold "
                    "what that version holds. Nothing was changed; restore it from a copy.")
                    .arg(path)
                    .arg(version),
                difference);
}

} // namespace hookworks
