// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/session/answer.h"

namespace hookworks {

class Session;

/// Own settings of the workspace, by key, kept in its file.
class WorkspaceSettings
{
public:
    explicit WorkspaceSettings(Session& session);

    /// Empty: never set.
    Answer<QString> value(const QString& key) const;
    Answer<void> setValue(const QString& key, const QString& value);

private:
    Session* m_session;
};

} // namespace hookworks
