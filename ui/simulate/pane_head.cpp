// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/pane_head.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace hookworks {

PaneHead::PaneHead(const QString& heading, Line line, QWidget* parent)
    : QWidget(parent)
    , m_heading(new ElidedLabel(heading, Face::Caption))
    , m_note(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_line(line)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, 0, space::wide, shape::line);
    row->setSpacing(space::wide);
    for (ElidedLabel* label : {m_heading, m_note})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_heading, 1);
    row->addWidget(m_note, 1);
    setFixedHeight(sized(Size::PaneHeader));
}

void PaneHead::setHeading(const QString& heading)
{
    m_heading->setText(heading);
}

void PaneHead::setNote(const QString& note)
{
    m_note->setText(note);
}

void PaneHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor line = colour(Colour::Line, palette());
    painter.fillRect(0, height() - shape::line, width(), shape::line, line);
    if (m_line == Line::Both)
        painter.fillRect(0, 0, width(), shape::line, line);
}

} // namespace hookworks
