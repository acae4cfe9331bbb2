// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/failure.h"

#include <QCoreApplication>
#include <QSqlError>

namespace hookworks {

namespace {

/// https://www.sqlite.org/rescode.html
enum Native
{
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Interrupt = 9,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpenFile = 14,
    LockProtocol = 15,
    Constraint = 19,
    OtherFormat = 24,
    NotADatabase = 26
};

} // namespace

Error toError(int code, const QString& text)
{
    const auto words = [](const char* source) { return QCoreApplication::translate("hookworks", source); };
    const auto made = [&](ErrorCode meaning, const QString& message) {
        return Error{meaning, message, text};
    };
    switch (code & 0xff) {
    case Interrupt:
        return made(ErrorCode::Interrupted,
                    words(QT_TRANSLATE_NOOP("hookworks", "The search was given up for a newer one.")));
    case Full:
        return made(
            ErrorCode::DiskFull,
            words(QT_TRANSLATE_NOOP("hookworks", "The disk is full. Make room on it and try again.")));
    case Corrupt: // also what SQLite makes of a disk that fails to give a page
        return made(ErrorCode::Damaged,
                    words(QT_TRANSLATE_NOOP(
                        "hookworks", "The workspace cannot be read: it is damaged, or the disk failed to "
                                     "give a part of it. Nothing was changed; try again, and restore it "
                                     "from a copy if it stays so.")));
    case OtherFormat:
    case NotADatabase:
        return made(ErrorCode::Damaged,
                    words(QT_TRANSLATE_NOOP("hookworks", "The workspace is damaged, or is no workspace. "
                                                         "Nothing was changed; restore it from a copy.")));
    case ReadOnly:
        return made(
            ErrorCode::CannotWrite,
            words(QT_TRANSLATE_NOOP(
                "hookworks",
                "The workspace or its folder is read-only. Change the permissions or choose another file.")));
    case IoError:
        return made(
            ErrorCode::CannotWrite,
            words(QT_TRANSLATE_NOOP("hookworks", "The disk reports an error, or files may not grow any "
                                                 "further here (ulimit -f). Check it and try again.")));
    case CannotOpenFile:
        return made(ErrorCode::CannotOpen,
                    words(QT_TRANSLATE_NOOP("hookworks", "The workspace cannot be opened. Check that the "
                                                         "file and its folder can be read and written.")));
    case Busy:
    case Locked:
    case LockProtocol:
        return made(
            ErrorCode::CannotWrite,
            words(QT_TRANSLATE_NOOP("hookworks",
                                    "Another program is writing to the workspace. Close it and try again.")));
    case Constraint:
        return made(ErrorCode::Conflict,
                    words(QT_TRANSLATE_NOOP("hookworks",
                                            "That name or id is taken, or something else still uses it.")));
    default:
        return made(ErrorCode::Internal,
                    words(QT_TRANSLATE_NOOP("hookworks", "The workspace did not understand a request.")));
    }
}

Error toError(const QSqlError& error)
{
    return toError(error.nativeErrorCode().toInt(), error.databaseText());
}

} // namespace hookworks
