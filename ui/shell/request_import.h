// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "ui/widgets/inline_message.h"

#include <QObject>
#include <QStringList>

namespace hookworks {

class MainWindow;
class Workbench;
struct ImportDone;

/// Brings files of requests and cases into the workspace: from the File menu, or dropped on the window. What
/// came is shown, and what a case left out is asked for.
class RequestImport final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    RequestImport(MainWindow& window, Workbench& workbench, QObject* parent);

    void ask();
    /// One after the other; a file that is refused does not stop the others.
    void take(const QStringList& files);
    void openSecrets(const QString& source = {});

signals:
    /// The listener that a case brought shall listen.
    void listenerWanted(hookworks::ListenerId listener);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showTaken(const ImportDone& done);
    InlineMessage::Remedy starting(const QList<ListenerId>& listeners);

    MainWindow& m_window;
    Workbench& m_workbench;
};

} // namespace hookworks
