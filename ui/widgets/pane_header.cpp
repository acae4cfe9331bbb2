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
    , m_title(new ElidedLabel(title, Face::Strong))
    , m_note(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_more(new MoreButton)
{
    m_row->setContentsMargins(space::wide, 0, space::wide, shape::line);
    m_row->setSpacing(space::tight);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setVisible(!title.isEmpty());
    m_note->hide();
    m_row->addWidget(m_title, 1);
    m_row->addWidget(m_note, 1);
    m_row->addWidget(m_more);
    m_more->setMenu(new QMenu(m_more));
    m_more->hide();
    setFixedHeight(sized(Size::PaneHeader));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void PaneHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void PaneHeader::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void PaneHeader::setLineAbove(bool line)
{
    m_lineAbove = line;
    update();
}

void PaneHeader::addWidget(QWidget* widget, int stretch)
{
    m_row->insertWidget(m_row->count() - 1, widget, stretch);
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
    const QColor line = colour(Colour::Line, palette());
    painter.fillRect(0, height() - shape::line, width(), shape::line, line);
    if (m_lineAbove)
        painter.fillRect(0, 0, width(), shape::line, line);
}

} // namespace hookworks
