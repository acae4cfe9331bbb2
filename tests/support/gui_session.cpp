// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"

#include "workbench/listen/captures.h"

namespace hookworks {

GuiSession::GuiSession(Theme& theme)
    : m_theme(theme)
{
    openWorkspace();
}

GuiSession::~GuiSession() = default;

void GuiSession::restart(const std::function<void(const QString& file)>& meanwhile)
{
    if (m_window)
        m_window->close();
    static_cast<void>(waitFor(m_workbench->stop()));
    m_shell.reset();
    m_window.reset();
    m_workbench.reset();
    if (meanwhile)
        meanwhile(workspaceFile());
    openWorkspace();
}

bool GuiSession::makeSample()
{
    if (!waitFor(makeSampleWorkspace(*m_workbench)))
        return false;
    for (const ListenerView& view :
         waitFor(m_workbench->listening().list()).value_or(QList<ListenerView>())) {
        ListenerConfig config = view.config;
        config.port = 0;
        if (!waitFor(m_workbench->listening().update(config)))
            return false;
    }
    return true;
}

std::optional<ListenerView> GuiSession::startListening(const QList<ReplyRule>& rules)
{
    ListenerConfig config;
    config.name = QStringLiteral("Staging");
    config.port = 0;
    config.rules = rules;
    const auto added = waitFor(m_workbench->listening().add(config));
    if (!added || !start())
        return std::nullopt;
    const auto view = waitFor(m_workbench->listening().start(*added));
    return view ? std::optional(*view) : std::nullopt;
}

void GuiSession::openWindow()
{
    m_window = std::make_unique<MainWindow>(
        pagesOf(*m_workbench), m_theme,
        WindowMemory{[this](const QString& key) { return m_stored.value(key); },
                     [this](const QString& key, const QVariant& value) { m_stored[key] = value; }});
    m_window->setWorkspaceName(QStringLiteral("sample"));
    m_shell = std::make_unique<ShellController>(*m_window, *m_workbench);
    m_shell->begin();
}

/// The screens' questions are answered in the order in which they are asked.
void GuiSession::settle()
{
    for (int round = 0; round < 3; ++round) {
        static_cast<void>(waitFor(m_workbench->captures().count()));
        QTest::qWait(5);
    }
}

void GuiSession::openWorkspace()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
    auto parts = realParts(Paths(environment), workspaceFile(), OpenMode::Hold, realProviders());
    if (parts)
        m_workbench = std::make_unique<Workbench>(std::move(*parts));
    else
        qWarning("%s", qPrintable(parts.error().message));
}

} // namespace hookworks
