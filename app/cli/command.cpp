// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <QCoreApplication>
#include <QFile>

namespace hookworks {

void Command::finish(ExitStatus status)
{
    if (m_finished)
        return;
    m_finished = true;
    Q_EMIT finished(status);
}

void Command::fail(const Error& error)
{
    if (m_finished)
        return;
    output().error(error);
    finish(exitStatusOf(error.code));
}

Result<QByteArray> Command::readFile(const QString& name) const
{
    if (name == QLatin1String("-"))
        return m_context.input;
    QFile file(m_context.folder.absoluteFilePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return hookworks::fail(
            ErrorCode::BadInput,
            QCoreApplication::translate("hookworks", "The file %1 cannot be read.").arg(name),
            file.errorString());
    const QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return hookworks::fail(
            ErrorCode::BadInput,
            QCoreApplication::translate("hookworks", "The file %1 cannot be read.").arg(name),
            file.errorString());
    return content;
}

} // namespace hookworks
