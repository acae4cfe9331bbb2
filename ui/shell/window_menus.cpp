// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_menus.h"

#include "ui/shell/about.h"
#include "ui/shell/appearance.h"
#include "ui/shell/file_menu.h"
#include "ui/shell/main_window.h"
#include "ui/shell/menu_action.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/run_menu.h"
#include "ui/shell/search_button.h"
#include "ui/shell/window_palette.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace hookworks {

WindowMenus::WindowMenus(MainWindow& window, Appearance& appearance)
    : QObject(&window)
    , m_window(window)
    , m_file(window.menuBar()->addMenu(tr("&File")))
    , m_fileMenu(new FileMenu(*m_file, this))
    , m_edit(window.menuBar()->addMenu(tr("&Edit")))
    , m_view(window.menuBar()->addMenu(tr("&View")))
    , m_run(window.menuBar()->addMenu(tr("&Run")))
    , m_runMenu(new RunMenu(*m_run, this))
    , m_tools(window.menuBar()->addMenu(tr("&Tools")))
    , m_help(window.menuBar()->addMenu(tr("&Help")))
{
    connect(m_fileMenu, &FileMenu::quitWanted, &window, &QWidget::close);
    fillEdit();
    fillView(appearance);
    fillTools();
    fillHelp();
    auto* search = new SearchButton;
    search->setObjectName(QStringLiteral("search"));
    window.menuBar()->setCornerWidget(search);
    connect(search, &QAbstractButton::clicked, &window, [&window] { window.windowPalette().open(); });
}

void WindowMenus::fillEdit()
{
    m_undo = addMenuAction(*m_edit, tr("&Undo"), QStringLiteral("edit-undo"), QKeySequence::Undo);
    m_redo = addMenuAction(*m_edit, tr("&Redo"), QStringLiteral("edit-redo"), QKeySequence::Redo);
    m_edit->addSeparator();
    QAction* fresh = addMenuAction(*m_edit, tr("&New"), QStringLiteral("list-add"), QKeySequence::New);
    QAction* find = addMenuAction(*m_edit, tr("&Filter"), QStringLiteral("view-filter"), QKeySequence::Find);
    connect(addMenuAction(*m_edit, tr("&Search everything…"), QStringLiteral("edit-find"), tr("Ctrl+K")),
            &QAction::triggered, &m_window, [window = &m_window] { window->windowPalette().open(); });
    const auto withPage = [this](auto act) {
        return [this, act] {
            if (m_page)
                act(*m_page);
        };
    };
    connect(m_undo, &QAction::triggered, this, withPage([](PageWidget& page) {
                if (QUndoStack* stack = page.undoStack())
                    stack->undo();
            }));
    connect(m_redo, &QAction::triggered, this, withPage([](PageWidget& page) {
                if (QUndoStack* stack = page.undoStack())
                    stack->redo();
            }));
    connect(fresh, &QAction::triggered, this, withPage([](PageWidget& page) { page.startNew(); }));
    connect(find, &QAction::triggered, this, withPage([](PageWidget& page) { page.focusFilter(); }));
}

void WindowMenus::fillView(Appearance& appearance)
{
    for (int i = 0; i < m_window.stack().pages().size(); ++i) {
        const Page& page = m_window.stack().pages()[i];
        QAction* action = addMenuAction(*m_view, page.title, page.iconName, tr("Alt+%1").arg(i + 1));
        connect(action, &QAction::triggered, &m_window,
                [window = &m_window, key = page.key] { window->go(key); });
    }
    m_view->addSeparator();
    fillThemes(appearance);
    QAction* compact = addMenuAction(*m_view, tr("&Compact rows"));
    compact->setCheckable(true);
    compact->setChecked(appearance.compactRows());
    connect(compact, &QAction::triggered, &appearance, &Appearance::setCompactRows);
    connect(&appearance, &Appearance::changed, compact,
            [compact, &appearance] { compact->setChecked(appearance.compactRows()); });
}

void WindowMenus::fillThemes(Appearance& appearance)
{
    QMenu* themes = m_view->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(themes);
    for (const auto& [choice, words] : Appearance::themes()) {
        QAction* action = addMenuAction(*themes, words);
        action->setCheckable(true);
        action->setChecked(appearance.theme() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, &appearance,
                [&appearance, choice = choice] { appearance.chooseTheme(choice); });
        connect(&appearance, &Appearance::changed, action,
                [action, &appearance, choice = choice] { action->setChecked(appearance.theme() == choice); });
    }
}

void WindowMenus::fillTools()
{
    m_listen = addMenuAction(*m_tools, tr("&Listen"), QStringLiteral("network-server"), tr("Ctrl+L"));
    m_listen->setCheckable(true);
    m_copyAddress = addMenuAction(*m_tools, tr("&Copy the listener's address"), QStringLiteral("edit-copy"),
                                  tr("Ctrl+Shift+L"));
    connect(m_listen, &QAction::triggered, this, &WindowMenus::listenerToggled);
    connect(m_copyAddress, &QAction::triggered, this, &WindowMenus::copyAddressWanted);
    connect(addMenuAction(*m_tools, tr("Co&mpare series or HTTP archives…")), &QAction::triggered, this,
            &WindowMenus::compareWanted);
    for (const Page& page : m_window.stack().pages()) {
        for (const NamedPlace& one : page.places) {
            QAction* action = addMenuAction(*m_tools, one.name, page.iconName);
            action->setStatusTip(one.tip);
            connect(action, &QAction::triggered, &m_window,
                    [window = &m_window, key = page.key, place = one.place] { window->go(key, place); });
        }
    }
    m_tools->addSeparator();
    m_publicOnly = addMenuAction(*m_tools, tr("Send to &public addresses only"));
    m_publicOnly->setObjectName(QStringLiteral("publicOnly"));
    m_publicOnly->setCheckable(true);
    m_publicOnly->setStatusTip(
        tr("Refuses private, loopback, link-local and metadata addresses, after the name is resolved"));
    connect(m_publicOnly, &QAction::triggered, this, &WindowMenus::publicOnlyToggled);
}

void WindowMenus::fillHelp()
{
    connect(
        addMenuAction(*m_help, tr("&Handbook"), QStringLiteral("help-contents"), QKeySequence::HelpContents),
        &QAction::triggered, this, &WindowMenus::handbookWanted);
    connect(addMenuAction(*m_help, tr("Every &shortcut")), &QAction::triggered, this,
            &WindowMenus::shortcutsWanted);
    m_help->addSeparator();
    connect(addMenuAction(*m_help, tr("&About Hookworks"), QStringLiteral("dialog-information")),
            &QAction::triggered, &m_window, [window = &m_window] { showAbout(*window); });
}

void WindowMenus::setPage(PageWidget* page)
{
    takePageActionsOut();
    if (m_page)
        disconnect(m_page, &PageWidget::undoStackChanged, this, nullptr);
    m_page = page;
    if (!page)
        return;
    connect(page, &PageWidget::undoStackChanged, this, [this, page] { followUndo(page->undoStack()); });
    for (QAction* action : page->pageActions())
        placePageAction(*action);
    followUndo(page->undoStack());
}

void WindowMenus::takePageActionsOut()
{
    for (const auto& [menu, action] : std::as_const(m_placed)) {
        menu->removeAction(action);
        if (action->parent() == menu)
            delete action;
    }
    m_placed.clear();
}

void WindowMenus::placePageAction(QAction& action)
{
    const QString place = action.property("menu").toString();
    QMenu* menu = place == u"run" ? m_run : place == u"tools" ? m_tools : place == u"file" ? m_file : m_edit;
    QAction* before = menu == m_file ? m_file->actions().last() : nullptr;
    if (std::ranges::none_of(m_placed, [menu](const auto& placed) { return placed.first == menu; })) {
        auto* line = new QAction(menu);
        line->setSeparator(true);
        menu->insertAction(before, line);
        m_placed.append({menu, line});
    }
    menu->insertAction(before, &action);
    m_placed.append({menu, &action});
}

void WindowMenus::followUndo(QUndoStack* stack)
{
    if (m_followed) {
        m_followed->disconnect(m_undo);
        m_followed->disconnect(m_redo);
    }
    m_followed = stack;
    m_undo->setEnabled(stack && stack->canUndo());
    m_redo->setEnabled(stack && stack->canRedo());
    if (!stack)
        return;
    connect(stack, &QUndoStack::canUndoChanged, m_undo, &QAction::setEnabled);
    connect(stack, &QUndoStack::canRedoChanged, m_redo, &QAction::setEnabled);
}

QList<QAction*> WindowMenus::allActions() const
{
    QList<QAction*> all;
    QList<QMenu*> menus{m_file, m_edit, m_view, m_run, m_tools, m_help};
    while (!menus.isEmpty()) {
        for (QAction* action : menus.takeFirst()->actions()) {
            if (action->menu())
                menus.append(action->menu());
            else
                all.append(action);
        }
    }
    return all;
}

QString WindowMenus::wordsOf(const QAction& action)
{
    const auto plain = [](QString text) { return text.remove(u'&'); };
    const auto* menu = qobject_cast<QMenu*>(action.parent());
    const bool nested = menu && qobject_cast<QMenu*>(menu->parent());
    return nested ? QStringLiteral("%1: %2").arg(plain(menu->title()), plain(action.text()))
                  : plain(action.text());
}

void WindowMenus::setListening(bool on, const QString& url)
{
    m_listen->setChecked(on);
    m_listen->setText(url.isEmpty() ? tr("&Listen") : tr("&Listen on %1").arg(url));
    m_copyAddress->setEnabled(on);
}

void WindowMenus::setPublicOnly(bool on)
{
    m_publicOnly->setChecked(on);
}

} // namespace hookworks
