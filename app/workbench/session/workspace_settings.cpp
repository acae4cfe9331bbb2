// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/workspace_settings.h"

#include "workbench/session/session.h"

namespace hookworks {

WorkspaceSettings::WorkspaceSettings(Session& session)
    : m_session(&session)
{
}

Answer<QString> WorkspaceSettings::value(const QString& key) const
{
    return m_session->store().read([key](Reader& reader) { return reader.setting(key); });
}

Answer<void> WorkspaceSettings::setValue(const QString& key, const QString& value)
{
    return m_session->store().write([key, value](Writer& writer) { return writer.setSetting(key, value); });
}

} // namespace hookworks
