// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/handbook.h"
#include "ui/shell/window_memory.h"

#include <QObject>
#include <QPointer>

namespace hookworks {

class HandbookWindow;
class MainWindow;

/// F1, the Help menu and Ctrl+K: opens the handbook at the chapter of the page that is shown, and remembers
/// its size.
class HandbookOpener final : public QObject
{
    Q_OBJECT
public:
    /// `window` is its parent.
    HandbookOpener(MainWindow& window, WindowMemory memory);

private:
    void open(const QString& chapter);
    void make();
    void offer(const QString& query);
    void listShortcuts(qsizetype page, const QString& found);
    void remember();

    MainWindow& m_window;
    WindowMemory m_memory;
    QPointer<HandbookWindow> m_book;
};

} // namespace hookworks
