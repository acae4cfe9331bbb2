// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace hookworks {

/// Where things lie on this desktop, after the XDG Base Directory Specification. Pure: nothing is created.
class Paths
{
public:
    /// From HOME, XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_RUNTIME_DIR and HOOKWORKS_KEY_FILE; relative values are
    /// ignored, as the specification asks.
    explicit Paths(const QProcessEnvironment& environment);

    /// The user's own workspace: `…/hookworks/workspace.hookworks` in the data folder.
    QString workspaceFile() const;
    QString keyFile() const;
    /// HOOKWORKS_KEY_FILE names it.
    bool isKeyFileNamed() const { return !m_keyFile.isEmpty(); }
    /// Is there where the key is in the system's keyring.
    QString keyringMark() const;
    QString settingsFile() const;
    /// Where generated certificates lie.
    QString authorityFolder() const;
    /// The full path of the local socket of a workspace's holder: per user, short enough for a socket
    /// address, the same for each way to write the workspace's path.
    QString socketOf(const QString& workspaceFile) const;

private:
    QString m_data, m_config, m_runtime, m_keyFile;
};

} // namespace hookworks
