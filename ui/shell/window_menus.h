// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_memory.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QUndoStack;

namespace hookworks {

class MainWindow;
class PageWidget;
class Theme;

/// The menus and their actions. Those of the page that is shown stand among the window's own.
class WindowMenus final : public QObject
{
    Q_OBJECT
public:
    WindowMenus(MainWindow& window, Theme& theme, const WindowMemory& memory);

    void setPage(PageWidget* page);
    /// Everything that can be done now, for Ctrl+K.
    QList<QAction*> allActions() const;
    /// The speed that is ticked; 0: paused.
    void setClock(double speed);
    void setListening(bool on, const QString& url);
    void setWaiting(bool any);
    void setPublicOnly(bool on);

signals:
    void newWorkspaceWanted();
    void openWorkspaceWanted();
    void openSampleWanted();
    void speedChosen(double speed);
    void pauseToggled(bool paused);
    void nextWanted();
    void realTimeWanted();
    void listenerToggled(bool on);
    void copyAddressWanted();
    void publicOnlyToggled(bool on);
    void runWanted();
    void importWanted();

private:
    void takePageActionsOut();
    void placePageAction(QAction& action);
    void followUndo(QUndoStack* stack);
    QAction* add(QMenu& menu, const QString& text, const QString& icon = {}, const QKeySequence& keys = {});
    void fillFile();
    void fillEdit();
    void fillView(Theme& theme, const WindowMemory& memory);
    void fillRun();
    void fillTools();
    void fillHelp();

    MainWindow& m_window;
    QPointer<PageWidget> m_page;
    QPointer<QUndoStack> m_followed; ///< whose undo and redo the menu offers
    QMenu* m_file;
    QMenu* m_edit;
    QMenu* m_view;
    QMenu* m_run;
    QMenu* m_tools;
    QMenu* m_help;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_next = nullptr;
    QAction* m_listen = nullptr;
    QAction* m_copyAddress = nullptr;
    QAction* m_publicOnly = nullptr;
    QList<QAction*> m_speeds;
    QList<std::pair<QMenu*, QAction*>> m_placed; ///< the page's actions, and the separators before them
};

} // namespace hookworks
