// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/shell/window_memory.h"

#include <QMainWindow>

namespace hookworks {

class Appearance;
class InlineMessage;
class PageStack;
class SideBar;
class StatusLine;
class Theme;
class WindowMenus;
class WindowPalette;

/// The window: pages at the left, the status line at the foot, menus, Ctrl+K. It only wires; what the pages
/// show and what the status line says comes from outside.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// `theme` must outlive it. Pages are made when they are first shown.
    MainWindow(QList<Page> pages, Theme& theme, WindowMemory memory, QWidget* parent = nullptr);
    ~MainWindow() override;

    StatusLine& statusLine() { return *m_status; }
    WindowMenus& menus() { return *m_menus; }
    Appearance& appearance() { return *m_appearance; }
    /// What Ctrl+K opens.
    WindowPalette& windowPalette() { return *m_palette; }
    /// Above the pages: what concerns all of them.
    InlineMessage& notice() { return *m_notice; }
    PageStack& stack() const { return *m_stack; }
    /// Shows a page, and there what `place` names.
    void go(const QString& page, const PagePlace& place = {});
    /// The page that is shown; nullptr before the first.
    PageWidget* currentPage() const;
    QString currentKey() const;
    /// The file's name, for the title.
    void setWorkspaceName(const QString& name);
    /// A number beside the page at the left; none: no number.
    void setPageCount(const QString& page, std::optional<qint64> count);
    /// Below the page at the left, while it is shown.
    void showPagePlaces(const QString& page, const QList<NamedPlace>& places);
    /// In front of other windows, not minimised.
    void bringToFront();
    /// What was typed on any page goes to the workspace now.
    void commit();

signals:
    /// The window was painted for the first time: what is not needed to show it can begin.
    void shownFirst();
    void pageShown(const QString& key);
    /// The stack's isStored() may say something else now.
    void storedChanged();
    /// What was typed is on its way to the workspace; the program may end.
    void closed();

private:
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showPage(int index);
    void remember();

    WindowMemory m_memory;
    Appearance* m_appearance;
    SideBar* m_bar;
    PageStack* m_stack;
    InlineMessage* m_notice;
    StatusLine* m_status;
    WindowMenus* m_menus;
    WindowPalette* m_palette;
    bool m_shown = false;
};

} // namespace hookworks
