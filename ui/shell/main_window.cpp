// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/appearance.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/side_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_menus.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/page_bar.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScreen>
#include <QScrollArea>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

/// What holds the page among the stack's widgets.
QWidget* frameOf(PageWidget& page, const QStackedWidget& stack)
{
    QWidget* frame = &page;
    while (frame->parentWidget() != &stack)
        frame = frame->parentWidget();
    return frame;
}

/// The page below its bar. A window that is too small for the page, as with a very large font, scrolls it.
QWidget* framed(PageWidget& page, const QString& title)
{
    const PageBarContent content = page.barContent();
    auto* bar = new PageBar(title);
    if (content.object)
        bar->setObject(content.object);
    for (QWidget* view : content.views)
        bar->addView(view);
    if (content.filter)
        bar->setFilter(content.filter);
    for (QAction* action : content.secondary)
        bar->addSecondary(action);
    if (content.primary)
        bar->setPrimary(content.primary);
    for (QAction* action : content.rare)
        bar->addRare(action);
    QObject::connect(&page, &PageWidget::titleChanged, bar, &PageBar::setTitle);
    QObject::connect(&page, &PageWidget::noteChanged, bar, &PageBar::setNote);
    auto* frame = new QWidget;
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(scrolling(&page), 1);
    return frame;
}

} // namespace

MainWindow::MainWindow(QList<Page> pages, Theme& theme, WindowMemory memory, QWidget* parent)
    : QMainWindow(parent)
    , m_pages(std::move(pages))
    , m_widgets(m_pages.size(), nullptr)
    , m_memory(std::move(memory))
    , m_appearance(new Appearance(theme, m_memory, this))
    , m_bar(new SideBar)
    , m_stack(new QStackedWidget)
    , m_notice(new InlineMessage)
    , m_status(new StatusLine)
    , m_menus(new WindowMenus(*this, *m_appearance))
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
    for (const Page& page : std::as_const(m_pages))
        m_bar->addPage(page.title, page.iconName);
    connect(m_bar, &SideBar::chosen, this, &MainWindow::showPage);
    setWorkspaceName({});
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::go(const QString& page, const PagePlace& place)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].key != page)
            continue;
        showPage(i);
        if (!place.id.isEmpty())
            m_widgets[i]->go(place);
    }
}

PageWidget* MainWindow::currentPage() const
{
    return m_current >= 0 ? m_widgets[m_current] : nullptr;
}

QString MainWindow::currentKey() const
{
    return m_current >= 0 ? m_pages[m_current].key : QString();
}

bool MainWindow::isStored() const
{
    return std::ranges::all_of(m_widgets, [](const PageWidget* page) { return !page || page->isStored(); });
}

void MainWindow::commit()
{
    for (PageWidget* page : std::as_const(m_widgets)) {
        if (page)
            page->commit();
    }
}

void MainWindow::setWorkspaceName(const QString& name)
{
    setWindowTitle(name.isEmpty() ? QStringLiteral("Hookworks") : QStringLiteral("%1 — Hookworks").arg(name));
}

void MainWindow::setPageCount(const QString& page, std::optional<qint64> count)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].key == page)
            m_bar->setCount(i, count);
    }
}

void MainWindow::bringToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    raise();
    activateWindow();
}

void MainWindow::openPalette()
{
    if (!m_palette) {
        m_palette = new CommandPalette(*this);
        connect(m_palette, &CommandPalette::queried, this, &MainWindow::paletteQueried);
    }
    m_palette->open(paletteEntries());
}

void MainWindow::addToPalette(const QList<PaletteEntry>& entries)
{
    if (m_palette)
        m_palette->add(entries);
}

void MainWindow::setPaletteFinds(const QString& source, const QList<PaletteEntry>& entries)
{
    if (m_palette)
        m_palette->setFinds(source, entries);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_shown)
        return;
    m_shown = true;
    QTimer::singleShot(0, this, &MainWindow::shownFirst);
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
    if (index < 0 || index >= m_pages.size())
        return;
    m_bar->setCurrent(index);
    if (index == m_current)
        return;
    if (PageWidget* before = currentPage())
        before->commit();
    PageWidget* page = pageAt(index);
    m_current = index;
    m_stack->setCurrentWidget(frameOf(*page, *m_stack));
    page->setFocus(Qt::OtherFocusReason);
    m_menus->setPage(page);
    emit pageShown(m_pages[index].key);
}

PageWidget* MainWindow::pageAt(int index)
{
    if (m_widgets[index])
        return m_widgets[index];
    PageWidget* page = m_pages[index].make(m_stack);
    m_widgets[index] = page;
    m_stack->addWidget(framed(*page, m_pages[index].title));
    restoreParts(*page, m_pages[index].key, m_memory);
    connect(page, &PageWidget::wanted, this, &MainWindow::go);
    connect(page, &PageWidget::said, m_status, &StatusLine::say);
    connect(page, &PageWidget::storedChanged, this, &MainWindow::storedChanged);
    return page;
}

void MainWindow::restore()
{
    const QByteArray geometry = m_memory.value(QStringLiteral("window/geometry")).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(QSize(shape::windowWidth, shape::windowHeight)
                   .boundedTo(screen()->availableSize() * 0.95)); // with room for its frame
}

void MainWindow::remember()
{
    m_memory.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_memory.setValue(QStringLiteral("window/page"), currentKey());
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_widgets[i])
            rememberParts(*m_widgets[i], m_pages[i].key, m_memory);
    }
}

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    for (int i = 0; i < m_pages.size(); ++i)
        entries.append({m_pages[i].title, tr("Alt+%1").arg(i + 1), themedIcon(m_pages[i].iconName),
                        [this, i] { showPage(i); }});
    for (QAction* action : m_menus->allActions()) {
        if (!action->isEnabled() || !action->isVisible() || action->isSeparator() || action->menu())
            continue;
        entries.append({WindowMenus::wordsOf(*action), action->shortcut().toString(QKeySequence::NativeText),
                        action->icon(), [action] { action->trigger(); }});
    }
    return entries;
}

} // namespace hookworks
