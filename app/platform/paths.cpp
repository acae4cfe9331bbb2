// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace hookworks {

namespace {

constexpr qsizetype longestSocketPath = 100; ///< sockaddr_un has 108 bytes, and QLocalServer needs a few

QString absoluteOr(const QString& value, const QString& otherwise)
{
    return value.startsWith(u'/') ? value : otherwise;
}

/// The same for every way to write the path; the file need not exist yet.
QString canonical(const QString& file)
{
    const QFileInfo info(file);
    if (info.exists())
        return info.canonicalFilePath();
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : folder + u'/' + info.fileName();
}

} // namespace

Paths::Paths(const QProcessEnvironment& environment)
{
    const auto value = [&](const char* name) { return environment.value(QString::fromLatin1(name)); };
    const QString home = absoluteOr(value("HOME"), QDir::homePath());
    m_data = absoluteOr(value("XDG_DATA_HOME"), home + QStringLiteral("/.local/share")) +
             QStringLiteral("/hookworks");
    m_config = absoluteOr(value("XDG_CONFIG_HOME"), home + QStringLiteral("/.config")) +
               QStringLiteral("/hookworks");
    m_runtime = absoluteOr(value("XDG_RUNTIME_DIR"), m_data);
    m_keyFile = value("HOOKWORKS_KEY_FILE");
}

QString Paths::workspaceFile() const
{
    return m_data + QStringLiteral("/workspace.hookworks");
}

QString Paths::keyFile() const
{
    return m_keyFile.isEmpty() ? m_config + QStringLiteral("/key") : m_keyFile;
}

QString Paths::keyringMark() const
{
    return m_config + QStringLiteral("/key-in-keyring");
}

QString Paths::settingsFile() const
{
    return m_config + QStringLiteral("/settings.ini");
}

QString Paths::authorityFolder() const
{
    return m_data + QStringLiteral("/authority");
}

QString Paths::socketOf(const QString& workspaceFile) const
{
    const QByteArray hash =
        QCryptographicHash::hash(canonical(workspaceFile).toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .first(24);
    const QString name = QStringLiteral("/hookworks-") + QString::fromLatin1(hash);
    if ((m_runtime + name).toUtf8().size() <= longestSocketPath)
        return m_runtime + name;
    return QStringLiteral("/tmp/hookworks-%1-%2").arg(::getuid()).arg(QString::fromLatin1(hash));
}

} // namespace hookworks
