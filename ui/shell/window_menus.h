// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QUndoStack;

namespace hookworks {

class Appearance;
class FileMenu;
class MainWindow;
class PageWidget;

/// The menus and their actions. Those of the page that is shown stand among the window's own.
class WindowMenus final : public QObject
{
    Q_OBJECT
public:
    WindowMenus(MainWindow& window, Appearance& appearance);

    FileMenu& file() { return *m_fileMenu; }

    void setPage(PageWidget* page);
    /// Everything that can be done now, for Ctrl+K.
    QList<QAction*> allActions() const;
    /// "Theme: Light": an action's words, with those of the submenu it stands in.
    static QString wordsOf(const QAction& action);
    /// The speed that is ticked; 0: paused.
    void setClock(double speed);
    void setListening(bool on, const QString& url);
    void setWaiting(bool any);
    void setPublicOnly(bool on);

signals:
    void speedChosen(double speed);
    void pauseToggled(bool paused);
    void nextWanted();
    void realTimeWanted();
    void listenerToggled(bool on);
    void copyAddressWanted();
    void publicOnlyToggled(bool on);
    void runWanted();

private:
    void takePageActionsOut();
    void placePageAction(QAction& action);
    void followUndo(QUndoStack* stack);
    QAction* add(QMenu& menu, const QString& text, const QString& icon = {}, const QKeySequence& keys = {});
    void fillEdit();
    void fillView(Appearance& appearance);
    void fillThemes(Appearance& appearance);
    void fillRun();
    void fillTools();
    void fillHelp();

    MainWindow& m_window;
    QPointer<PageWidget> m_page;
    QPointer<QUndoStack> m_followed; ///< whose undo and redo the menu offers
    QMenu* m_file;
    FileMenu* m_fileMenu;
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
