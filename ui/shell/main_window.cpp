// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/appearance.h"
#include "ui/shell/handbook_opener.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/side_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_menus.h"
#include "ui/shell/window_palette.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/tab_ring.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QShortcut>
#include <QShowEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace hookworks {

namespace {

/// As the menu key does by itself.
void openContextMenu()
{
    QWidget* const widget = QApplication::focusWidget();
    if (!widget)
        return;
    const QPoint place = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, widget->mapToGlobal(place));
    QCoreApplication::sendEvent(widget, &event);
}

void restoreSize(QWidget& window, const WindowMemory& memory)
{
    const QByteArray geometry = memory.value(QStringLiteral("window/geometry")).toByteArray();
    if (geometry.isEmpty() || !window.restoreGeometry(geometry))
        window.resize(QSize(shape::windowWidth, shape::windowHeight)
                          .boundedTo(window.screen()->availableSize() * 0.95)); // with room for its frame
}

} // namespace

MainWindow::MainWindow(QList<Page> pages, Theme& theme, WindowMemory memory, QWidget* parent)
    : QMainWindow(parent)
    , m_memory(std::move(memory))
    , m_appearance(new Appearance(theme, m_memory, this))
    , m_bar(new SideBar)
    , m_stack(new PageStack(std::move(pages), m_memory))
    , m_notice(new InlineMessage)
    , m_status(new StatusLine)
    , m_menus(new WindowMenus(*this, *m_appearance))
    , m_palette(new WindowPalette(*this))
{
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_bar);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_notice);
    right->addWidget(m_stack, 1);
    middle->addLayout(right, 1);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    for (const Page& page : m_stack->pages())
        m_bar->addPage(page.title, page.iconName);
    new HandbookOpener(*this, m_memory);
    connect(m_bar, &SideBar::chosen, this, &MainWindow::showPage);
    connect(m_bar, &SideBar::placeChosen, this,
            [this](int index, const PagePlace& place) { go(m_stack->pages()[index].key, place); });
    connect(m_stack, &PageStack::storedChanged, this, &MainWindow::storedChanged);
    connect(m_stack, &PageStack::made, this, [this](PageWidget* page) {
        connect(page, &PageWidget::wanted, this, &MainWindow::go);
        connect(page, &PageWidget::said, m_status, &StatusLine::say);
    });
    auto* menu = new QShortcut(Qt::SHIFT | Qt::Key_F10, this);
    connect(menu, &QShortcut::activated, this, &openContextMenu);
    setWorkspaceName({});
    restoreSize(*this, m_memory);
}

MainWindow::~MainWindow() = default;

void MainWindow::go(const QString& page, const PagePlace& place)
{
    const int index = m_stack->indexOfKey(page);
    if (index < 0)
        return;
    showPage(index);
    if (!place.id.isEmpty())
        currentPage()->go(place);
}

PageWidget* MainWindow::currentPage() const
{
    return m_stack->current();
}

QString MainWindow::currentKey() const
{
    return m_stack->currentKey();
}

void MainWindow::commit()
{
    m_stack->commit();
}

void MainWindow::setWorkspaceName(const QString& name)
{
    setWindowTitle(name.isEmpty() ? QStringLiteral("Hookworks") : QStringLiteral("%1 — Hookworks").arg(name));
}

void MainWindow::setPageCount(const QString& page, std::optional<qint64> count)
{
    if (const int index = m_stack->indexOfKey(page); index >= 0)
        m_bar->setCount(index, count);
}

void MainWindow::bringToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    raise();
    activateWindow();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return moveFocus(*this, next);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_shown)
        return;
    m_shown = true;
    QTimer::singleShot(0, this, &MainWindow::shownFirst);
}

void MainWindow::showPagePlaces(const QString& page, const QList<NamedPlace>& places)
{
    const auto found = std::ranges::find(m_stack->pages(), page, &Page::key);
    if (found != m_stack->pages().end() && page == currentKey())
        m_bar->showPlaces(static_cast<int>(found - m_stack->pages().begin()), places);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    commit();
    remember();
    event->accept();
    emit closed();
}

void MainWindow::showPage(int index)
{
    if (index < 0 || index >= m_stack->pages().size())
        return;
    m_bar->setCurrent(index);
    if (!m_stack->showPage(index))
        return;
    m_menus->setPage(currentPage());
    emit pageShown(currentKey());
}

void MainWindow::remember()
{
    m_memory.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_memory.setValue(QStringLiteral("window/page"), currentKey());
    m_stack->remember();
}

} // namespace hookworks
