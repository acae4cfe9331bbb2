// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "store/sealing.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/schema_check.h"
#include "store/sqlite/upkeep.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace hookworks {

namespace {

constexpr qint64 quickCheckUpTo = 8 * 1024 * 1024; ///< bytes; a larger file would take too long at each start

/// Creates an empty file that only its owner can read; one that exists is left alone (and never opened:
/// closing it would drop the locks that SQLite may have on it in this process).
Result<void> createPrivate(const QString& path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        ::close(descriptor);
        return {};
    }
    if (errno == EEXIST)
        return {};
    const ErrorCode code = errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::CannotWrite;
    return fail(code,
                QCoreApplication::translate("hookworks",
                                            "The workspace %1 cannot be created. Choose another folder, or "
                                            "change its permissions.")
                    .arg(path),
                QString::fromLocal8Bit(std::strerror(errno)));
}

/// That the file can be written, and SQLite's log beside it.
Result<void> checkWritable(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (::access(QFile::encodeName(path).constData(), W_OK) == 0 &&
        ::access(QFile::encodeName(folder).constData(), W_OK) == 0)
        return {};
    return fail(
        ErrorCode::CannotWrite,
        QCoreApplication::translate(
            "hookworks",
            "The workspace %1 or its folder is read-only. Change the permissions or choose another file.")
            .arg(path),
        QString::fromLocal8Bit(std::strerror(errno)));
}

Result<void> createFolder(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QFileInfo::exists(folder))
        return {};
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::CannotWrite,
                    QCoreApplication::translate("hookworks", "The folder %1 cannot be created.").arg(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<qint64> number(SqlConnection& connection, const QString& sql)
{
    auto found = first(connection.askOnce(sql), [](Rows& row) { return row.integer(); });
    if (!found)
        return tl::unexpected(found.error());
    return found->value_or(0);
}

struct Identity
{
    qint64 application = 0;
    qint64 version = 0;
    qint64 objects = 0;
    bool isNew() const { return application == 0 && version == 0 && objects == 0; }
};

Result<Identity> identityOf(SqlConnection& connection)
{
    const auto application = number(connection, QStringLiteral("PRAGMA application_id"));
    const auto version = number(connection, QStringLiteral("PRAGMA user_version"));
    const auto objects = number(connection, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    for (const auto* each : {&application, &version, &objects}) {
        if (!*each)
            return tl::unexpected(each->error());
    }
    return Identity{*application, *version, *objects};
}

/// That it is a workspace, and of a version this program knows.
Result<void> checkIdentity(const Identity& identity, const QString& path, qsizetype newest)
{
    if (identity.application != workspaceApplicationId)
        return fail(ErrorCode::Damaged,
                    QCoreApplication::translate(
                        "hookworks", "The file %1 is not a workspace of Hookworks. It was left as it is; "
                                     "choose another file.")
                        .arg(path));
    if (identity.version < 1)
        return fail(ErrorCode::Damaged,
                    QCoreApplication::translate(
                        "hookworks",
                        "The workspace %1 is damaged: it says that it is of version %2, which there "
                        "never was. Nothing was changed; restore it from a copy.")
                        .arg(path)
                        .arg(identity.version));
    if (identity.version > newest)
        return fail(ErrorCode::NewerVersion,
                    QCoreApplication::translate(
                        "hookworks", "The workspace %1 was made by a newer version of Hookworks. It was "
                                     "left as it is; open it with that version.")
                        .arg(path));
    return {};
}

Result<void> checkPages(SqlConnection& connection, const QString& path)
{
    const auto pages = number(connection, QStringLiteral("PRAGMA page_count"));
    const auto size = number(connection, QStringLiteral("PRAGMA page_size"));
    if (!pages || !size)
        return tl::unexpected(pages ? size.error() : pages.error());
    if (*pages * *size > quickCheckUpTo)
        return {};
    auto verdict = first(connection.askOnce(QStringLiteral("PRAGMA quick_check(1)")),
                         [](Rows& row) { return row.text(); });
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (verdict->value_or(QString()) != QLatin1String("ok"))
        return fail(
            ErrorCode::Damaged,
            QCoreApplication::translate(
                "hookworks", "The workspace %1 is damaged. Nothing was changed; restore it from a copy.")
                .arg(path),
            verdict->value_or(QString()));
    return {};
}

Result<void> executeAll(SqlConnection& connection, const QStringList& statements)
{
    for (const QString& statement : statements) {
        if (auto executed = connection.execute(statement); !executed)
            return executed;
    }
    return {};
}

/// All steps from `version` on, or none.
Result<void> climb(SqlConnection& connection, qint64 version, const SchemaSteps& steps)
{
    QStringList statements{QStringLiteral("BEGIN IMMEDIATE")};
    for (const QStringList& step : steps.sliced(version))
        statements << step;
    statements << QStringLiteral("PRAGMA application_id = %1").arg(workspaceApplicationId)
               << QStringLiteral("PRAGMA user_version = %1").arg(steps.size()) << QStringLiteral("COMMIT");
    auto climbed = executeAll(connection, statements);
    if (!climbed)
        (void)connection.execute(QStringLiteral("ROLLBACK"));
    return climbed;
}

QString freeCopyName(const QString& path, qint64 version)
{
    const QString base = QStringLiteral("%1.v%2").arg(path).arg(version);
    QString name = base + QStringLiteral(".bak");
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = QStringLiteral("%1-%2.bak").arg(base).arg(i);
    return name;
}

Result<void> copyBeside(SqlConnection& connection, const QString& path, qint64 version)
{
    const QString copy = freeCopyName(path, version);
    if (auto created = createPrivate(copy); !created)
        return created;
    auto copied = copyInto(connection, copy);
    if (!copied)
        QFile::remove(copy);
    return copied;
}

/// See sealOldSettings().
Result<bool> hasSealedSettings(SqlConnection& connection)
{
    return number(connection, QStringLiteral("SELECT count(*) FROM pragma_table_info('webhooks') "
                                             "WHERE name = 'sealed_url'"))
        .map([](qint64 columns) { return columns > 0; });
}

Result<void> bringUpToDate(SqlConnection& connection, const QString& path, const SecretBox& secrets,
                           const SchemaSteps& steps)
{
    const auto identity = identityOf(connection);
    if (!identity)
        return tl::unexpected(identity.error());
    if (identity->isNew())
        return connection.execute(QStringLiteral("PRAGMA journal_mode = WAL")).and_then([&] {
            return climb(connection, 0, steps);
        });
    if (auto known = checkIdentity(*identity, path, steps.size()); !known)
        return known;
    if (auto sound = checkPages(connection, path); !sound)
        return sound;
    if (auto known = checkStructure(connection, path, identity->version, steps); !known)
        return known;
    const auto sealed = hasSealedSettings(connection);
    if (!sealed)
        return tl::unexpected(sealed.error());
    if (!*sealed) {
        if (auto done = sealOldSettings(connection, secrets); !done)
            return done;
    }
    if (identity->version == steps.size())
        return {};
    return copyBeside(connection, path, identity->version).and_then([&] {
        return climb(connection, identity->version, steps);
    });
}

/// An error of SQLite's, with the file it is about. What it does not understand in a file is the file's
/// fault.
Error about(const QString& path, Error error)
{
    if (error.code == ErrorCode::Internal) {
        error.code = ErrorCode::Damaged;
        error.message = QCoreApplication::translate(
            "hookworks",
            "The workspace is damaged, or is no workspace. Nothing was changed; restore it from a copy.");
    }
    error.detail = error.detail.isEmpty() ? path : path + QStringLiteral(": ") + error.detail;
    return error;
}

} // namespace

Result<std::unique_ptr<SqlConnection>> openForWriting(const QString& path, const SecretBox& secrets,
                                                      const SchemaSteps& steps)
{
    auto created = checkFileKind(path)
                       .and_then([&] { return createFolder(path); })
                       .and_then([&] { return createPrivate(path); })
                       .and_then([&] { return checkWritable(path); });
    if (!created)
        return tl::unexpected(created.error());
    auto connection = SqlConnection::open(path, SqlConnection::Access::ReadWrite);
    if (!connection)
        return tl::unexpected(about(path, connection.error()));
    const auto ready = (*connection)
                           ->execute(QStringLiteral("PRAGMA secure_delete = ON"))
                           .and_then([&] { return bringUpToDate(**connection, path, secrets, steps); })
                           .and_then([&] { return prepareForWriting(**connection); });
    if (!ready)
        return tl::unexpected(about(path, ready.error()));
    return connection;
}

Result<std::unique_ptr<SqlConnection>> openForReading(const QString& path, const SchemaSteps& steps)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("hookworks", "There is no workspace %1.").arg(path));
    if (auto kind = checkFileKind(path); !kind)
        return tl::unexpected(kind.error());
    auto connection = SqlConnection::open(path, SqlConnection::Access::ReadOnly);
    if (!connection)
        return tl::unexpected(about(path, connection.error()));
    const auto identity = identityOf(**connection);
    if (!identity)
        return tl::unexpected(about(path, identity.error()));
    if (auto known = checkIdentity(*identity, path, steps.size()); !known)
        return tl::unexpected(known.error());
    if (identity->version < steps.size())
        return fail(ErrorCode::CannotOpen,
                    QCoreApplication::translate(
                        "hookworks", "The workspace %1 is of an older version. Open it once in the window, "
                                     "which brings it up to date.")
                        .arg(path));
    if (auto known = checkStructure(**connection, path, identity->version, steps); !known)
        return tl::unexpected(about(path, known.error()));
    return connection;
}

Result<std::unique_ptr<SqlConnection>> openChecked(const QString& path)
{
    return SqlConnection::open(path, SqlConnection::Access::ReadOnly).map_error([&](const Error& error) {
        return about(path, error);
    });
}

} // namespace hookworks
