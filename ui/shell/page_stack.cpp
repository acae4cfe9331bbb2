// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_stack.h"

#include "ui/widgets/form.h"
#include "ui/widgets/page_bar.h"
#include "ui/widgets/tab_ring.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

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

PageStack::PageStack(QList<Page> pages, WindowMemory memory, QWidget* parent)
    : QStackedWidget(parent)
    , m_pages(std::move(pages))
    , m_widgets(m_pages.size(), nullptr)
    , m_frames(m_pages.size(), nullptr)
    , m_memory(std::move(memory))
{
}

int PageStack::indexOfKey(const QString& key) const
{
    const auto found = std::ranges::find(m_pages, key, &Page::key);
    return found == m_pages.end() ? -1 : static_cast<int>(found - m_pages.begin());
}

bool PageStack::showPage(int index)
{
    if (index == m_current)
        return false;
    if (PageWidget* before = current())
        before->commit();
    PageWidget* const page = pageAt(index);
    m_current = index;
    setCurrentWidget(m_frames[index]);
    page->setFocus(Qt::OtherFocusReason);
    return true;
}

void PageStack::keyPressEvent(QKeyEvent* event)
{
    PageWidget* const page = current();
    if (event->key() != Qt::Key_Escape || !page)
        return QStackedWidget::keyPressEvent(event);
    page->setFocus(Qt::OtherFocusReason);
    if (!page->focusWidget() || !page->focusWidget()->isVisible())
        focusFirst(*page);
}

PageWidget* PageStack::pageAt(int index)
{
    if (m_widgets[index])
        return m_widgets[index];
    PageWidget* const page = m_pages[index].make(this);
    page->resize(size()); // as it will be: else its best size is worked out for nothing
    m_widgets[index] = page;
    m_frames[index] = framed(*page, m_pages[index].title);
    addWidget(m_frames[index]);
    restoreParts(*page, m_pages[index].key, m_memory);
    connect(page, &PageWidget::storedChanged, this, &PageStack::storedChanged);
    emit made(page);
    return page;
}

bool PageStack::isStored() const
{
    return std::ranges::all_of(m_widgets, [](const PageWidget* page) { return !page || page->isStored(); });
}

void PageStack::commit()
{
    for (PageWidget* page : std::as_const(m_widgets)) {
        if (page)
            page->commit();
    }
}

void PageStack::remember()
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_widgets[i])
            rememberParts(*m_widgets[i], m_pages[i].key, m_memory);
    }
}

} // namespace hookworks
