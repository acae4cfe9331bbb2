// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/paths.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pages.h"
#include "ui/shell/shell_controller.h"
#include "ui/widgets/theme.h"
#include "workbench/design/sample.h"
#include "workbench/listen/listening.h"
#include "workbench/session/real_parts.h"
#include "workbench/session/workbench.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace hookworks {

/// Waits for an answer while the event loop runs.
template <class T>
Result<T> waitFor(const Answer<T>& answer)
{
    const bool finished = QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000);
    return finished ? answer.result() : Result<T>(fail(ErrorCode::Internal, QStringLiteral("no answer")));
}

/// The whole program but its main(): a window on a real workspace file in a folder of its own.
class GuiSession
{
public:
    explicit GuiSession(Theme& theme)
        : m_theme(theme)
    {
        openWorkspace();
    }

    /// Ends the program as closing its window does, and opens the same workspace again, without a window.
    void restart()
    {
        if (m_window)
            m_window->close();
        static_cast<void>(waitFor(m_workbench->stop()));
        m_shell.reset();
        m_window.reset();
        m_workbench.reset();
        openWorkspace();
    }

    /// Fills the workspace as a first start does; the sample's listeners take a free port instead of their
    /// own.
    bool makeSample()
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

    /// Starts with one listener on a free port, which it gives; nullopt: that failed.
    std::optional<ListenerView> startListening(const QList<ReplyRule>& rules = {})
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

    bool start() { return waitFor(m_workbench->start()).has_value(); }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(
            pagesOf(*m_workbench), m_theme,
            WindowMemory{[this](const QString& key) { return m_stored.value(key); },
                         [this](const QString& key, const QVariant& value) { m_stored[key] = value; }});
        m_window->setWorkspaceName(QStringLiteral("sample"));
        m_shell = std::make_unique<ShellController>(*m_window, *m_workbench);
        m_shell->begin();
    }

    bool works() const { return m_workbench != nullptr; }
    Workbench& workbench() { return *m_workbench; }
    MainWindow& window() { return *m_window; }

private:
    void openWorkspace()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        auto parts = realParts(Paths(environment), m_folder.filePath(QStringLiteral("sample.hookworks")),
                               OpenMode::Hold, realProviders());
        if (parts)
            m_workbench = std::make_unique<Workbench>(std::move(*parts));
        else
            qWarning("%s", qPrintable(parts.error().message));
    }

    Theme& m_theme;
    QTemporaryDir m_folder;
    QHash<QString, QVariant> m_stored;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ShellController> m_shell;
};

} // namespace hookworks
