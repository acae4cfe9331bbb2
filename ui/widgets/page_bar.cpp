// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_bar.h"

#include "ui/widgets/buttons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int longestTitle = 160; ///< that buttons make room for

QHBoxLayout* part()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    return row;
}

} // namespace

PageBar::PageBar(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_start(part())
    , m_middle(part())
    , m_end(part())
    , m_title(new ElidedLabel(title, Face::Title))
    , m_note(new ElidedLabel({}, Face::Body, Colour::Quiet))
    , m_more(new MoreButton)
    , m_menu(new QMenu(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, 0, space::wide, shape::line);
    row->setSpacing(space::wide);
    row->setSizeConstraint(QLayout::SetNoConstraint); // the buttons make room when they must
    row->addLayout(m_start);
    row->addLayout(m_middle, 1);
    row->addLayout(m_end);
    m_title->setElideMode(Qt::ElideMiddle);
    m_start->addWidget(m_title);
    m_end->addWidget(m_note);
    m_end->addWidget(m_more);
    m_note->hide();
    m_more->hide();
    m_more->setMenu(m_menu);
    setFixedHeight(sized(Size::PageBar));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(m_menu, &QMenu::aboutToShow, this, &PageBar::fillMore);
}

void PageBar::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PageBar::setObject(QWidget* object)
{
    m_title->hide();
    m_start->insertWidget(0, object);
}

void PageBar::addView(QWidget* view)
{
    m_start->addWidget(view);
}

void PageBar::setFilter(QWidget* filter)
{
    QSizePolicy policy = filter->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored); // it takes what is left, and nothing from the others
    filter->setSizePolicy(policy);
    m_middle->addWidget(filter, 1);
}

void PageBar::setNote(const QString& note)
{
    m_note->setText(note);
    fit();
}

void PageBar::addSecondary(QAction* action)
{
    auto* button = new ActionButton(*action);
    m_secondary.append({action, button});
    m_end->insertWidget(m_end->count() - 1 - m_primary, button);
    connect(action, &QAction::changed, this, &PageBar::fit);
    fit(); // else the bar asks for room for all of them until it is laid out, and the window grows
}

void PageBar::setPrimary(QAction* action)
{
    m_primary = 1;
    m_end->insertWidget(m_end->count() - 1, new ActionButton(*action, ButtonLook::Primary));
}

void PageBar::addRare(QAction* action)
{
    m_rare.append(action);
    m_more->show();
}

bool PageBar::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return handled;
}

void PageBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// With all secondary buttons, and whatever else is shown as narrow as it can be.
int PageBar::wantedWidth() const
{
    int wanted = layout()->minimumSize().width();
    for (const Secondary& one : std::as_const(m_secondary)) {
        if (one.button && one.button->isHidden() && one.action->isVisible())
            wanted += one.button->sizeHint().width() + space::normal;
    }
    return wanted;
}

QSize PageBar::minimumSizeHint() const
{
    int least = wantedWidth();
    for (const Secondary& one : std::as_const(m_secondary)) {
        if (one.button && one.action->isVisible())
            least -= one.button->sizeHint().width() + space::normal;
    }
    const int more = m_more->isHidden() && !m_secondary.isEmpty() ? sized(Size::Control) + space::normal : 0;
    return {least + more, sized(Size::PageBar)};
}

void PageBar::fit()
{
    if (m_fitting)
        return;
    m_fitting = true;
    // The buttons go before the views are cut, and before all but a long title is.
    const int cut = m_start->sizeHint().width() - m_start->minimumSize().width() -
                    std::max(0, m_title->sizeHint().width() - scaled(longestTitle));
    const int note = m_note->isHidden() ? 0 : m_note->minimumSizeHint().width() + space::normal;
    int wanted = wantedWidth() - note + std::max(0, cut); // the note comes last
    bool hidden = false;
    for (auto one = m_secondary.rbegin(); one != m_secondary.rend(); ++one) {
        const bool stays = wanted <= width() && one->action->isVisible();
        if (one->button)
            one->button->setVisible(stays);
        if (!stays && one->action->isVisible() && one->button) {
            wanted -= one->button->sizeHint().width() + space::normal;
            hidden = true;
        }
    }
    m_more->setVisible(hidden || !m_rare.isEmpty());
    fitNote();
    m_fitting = false;
}

/// Whole, or not at all: what it says stands on the page, too.
void PageBar::fitNote()
{
    const int note = m_note->sizeHint().width() + space::normal;
    const int others = layout()->contentsMargins().left() + layout()->contentsMargins().right() +
                       m_start->sizeHint().width() + m_middle->minimumSize().width() +
                       m_end->sizeHint().width() - (m_note->isHidden() ? 0 : note) + 2 * layout()->spacing();
    m_note->setVisible(!m_note->text().isEmpty() && others + note <= width());
}

void PageBar::fillMore()
{
    m_menu->clear();
    for (const Secondary& one : std::as_const(m_secondary)) {
        if (one.button && one.button->isHidden() && one.action->isVisible())
            m_menu->addAction(one.action);
    }
    if (!m_menu->isEmpty() && !m_rare.isEmpty())
        m_menu->addSeparator();
    m_menu->addActions(m_rare);
}

void PageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(colour(Colour::Line, palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace hookworks
