// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
class RunMenu;

/// The menus and their actions. Those of the page that is shown stand among the window's own.
class WindowMenus final : public QObject
{
    Q_OBJECT
public:
    WindowMenus(MainWindow& window, Appearance& appearance);

    FileMenu& file() { return *m_fileMenu; }
    RunMenu& run() { return *m_runMenu; }

    void setPage(PageWidget* page);
    /// Everything that can be done now, for Ctrl+K.
    QList<QAction*> allActions() const;
    /// "Theme: Light": an action's words, with those of the submenu it stands in.
    static QString wordsOf(const QAction& action);
    void setListening(bool on, const QString& url);
    void setPublicOnly(bool on);

signals:
    void listenerToggled(bool on);
    void copyAddressWanted();
    void publicOnlyToggled(bool on);
    void compareWanted();
    void handbookWanted();
    void shortcutsWanted();

private:
    void takePageActionsOut();
    void placePageAction(QAction& action);
    void followUndo(QUndoStack* stack);
    void fillEdit();
    void fillView(Appearance& appearance);
    void fillThemes(Appearance& appearance);
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
    RunMenu* m_runMenu;
    QMenu* m_tools;
    QMenu* m_help;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_listen = nullptr;
    QAction* m_copyAddress = nullptr;
    QAction* m_publicOnly = nullptr;
    QList<std::pair<QMenu*, QAction*>> m_placed; ///< the page's actions, and the separators before them
};

} // namespace hookworks
