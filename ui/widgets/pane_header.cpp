// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pane_header.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace hookworks {

PaneHeader::PaneHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_more(new MoreButton)
{
    m_row->setContentsMargins(space::wide, 0, space::wide, shape::line);
    m_row->setSpacing(space::tight);
    auto* name = new ElidedLabel(title, Face::Strong);
    m_row->addWidget(name, 1);
    m_row->addWidget(m_more);
    m_more->setMenu(new QMenu(m_more));
    m_more->hide();
    setFixedHeight(sized(Size::PaneHeader));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void PaneHeader::addButton(QAction* action)
{
    auto* button = new ActionButton(*action, ButtonLook::Quiet);
    button->setFont(fontOf(Face::Caption));
    m_row->insertWidget(m_row->count() - 1, button);
}

void PaneHeader::addRare(QAction* action)
{
    m_more->menu()->addAction(action);
    m_more->show();
}

void PaneHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(colour(Colour::Line, palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace hookworks
