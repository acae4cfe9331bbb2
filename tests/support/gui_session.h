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
    explicit GuiSession(Theme& theme);
    ~GuiSession();
    GuiSession(const GuiSession&) = delete;
    GuiSession& operator=(const GuiSession&) = delete;

    /// Ends the program as closing its window does, and opens the same workspace again, without a window.
    /// `meanwhile` is given the workspace's file while nobody has it open.
    void restart(const std::function<void(const QString& file)>& meanwhile = {});
    /// Fills the workspace as a first start does; the sample's listeners take a free port instead of their
    /// own.
    bool makeSample();
    /// Starts with one listener on a free port, which it gives; nullopt: that failed.
    std::optional<ListenerView> startListening(const QList<ReplyRule>& rules = {});
    bool start() { return waitFor(m_workbench->start()).has_value(); }
    void openWindow();
    /// What the window asked the workspace for until now has come, and what it asked because of that.
    void settle();

    /// A place for files of the test's own, gone with the session.
    QString file(const QString& name) const { return m_folder.filePath(name); }
    bool works() const { return m_workbench != nullptr; }
    Workbench& workbench() { return *m_workbench; }
    MainWindow& window() { return *m_window; }

private:
    QString workspaceFile() const { return file(QStringLiteral("sample.hookworks")); }
    void openWorkspace();

    Theme& m_theme;
    QTemporaryDir m_folder;
    QHash<QString, QVariant> m_stored;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ShellController> m_shell;
};

} // namespace hookworks
