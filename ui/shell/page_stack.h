// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/shell/window_memory.h"

#include <QStackedWidget>

namespace hookworks {

/// The window's pages, each below its bar and made when it is first shown. Knows which one is shown. Escape
/// that nothing on a page takes leads back to what the page is about: its list, its outline.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    PageStack(QList<Page> pages, WindowMemory memory, QWidget* parent = nullptr);

    const QList<Page>& pages() const { return m_pages; }
    /// From 0; -1: there is none of that key.
    int indexOfKey(const QString& key) const;
    /// Shows it, and puts the keyboard there; the one before commits. False: it is shown already.
    bool showPage(int index);
    /// nullptr before the first is shown.
    PageWidget* current() const { return m_current >= 0 ? m_widgets[m_current] : nullptr; }
    QString currentKey() const { return m_current >= 0 ? m_pages[m_current].key : QString(); }

    /// By its place in pages(); made now where it was not shown before.
    PageWidget* pageAt(int index);

    /// Nothing that was typed on any page is still on its way to the workspace.
    bool isStored() const;
    /// What was typed on any page goes to the workspace now.
    void commit();
    /// What their parts look like, for the next start.
    void remember();

signals:
    /// For what all pages tell.
    void made(hookworks::PageWidget* page);
    /// isStored() may say something else now.
    void storedChanged();

private:
    void keyPressEvent(QKeyEvent* event) override;

    QList<Page> m_pages;
    QList<PageWidget*> m_widgets;
    QList<QWidget*> m_frames; ///< what holds each page here
    WindowMemory m_memory;
    int m_current = -1;
};

} // namespace hookworks
