// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/inspector_bar.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace hookworks {

InspectorBar::InspectorBar(QWidget* parent)
    : QWidget(parent)
    , m_state(new IconMark(sized(Size::StateShape)))
    , m_id(new ElidedLabel({}, Face::Strong))
    , m_line(new ElidedLabel({}, Face::Code))
    , m_result(new Badge)
    , m_replay(new QPushButton(tr("Replay")))
    , m_copy(new QPushButton(tr("Copy as")))
    , m_more(new MoreButton)
    , m_replayMenu(new QMenu(this))
    , m_copyMenu(new QMenu(this))
    , m_moreMenu(new QMenu(this))
{
    setMinimumHeight(sized(Size::PageBar));
    m_id->setObjectName(QStringLiteral("inspectedId"));
    m_line->setObjectName(QStringLiteral("inspectedLine"));
    m_replay->setMenu(m_replayMenu);
    m_copy->setMenu(m_copyMenu);
    m_more->setMenu(m_moreMenu);
    m_more->setAccessibleName(tr("More for this request"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::close, space::wide, space::close);
    row->setSpacing(space::normal);
    row->addWidget(m_state);
    row->addWidget(m_id);
    row->addWidget(m_line, 1);
    row->addWidget(m_result);
    row->addWidget(m_replay);
    row->addWidget(m_copy);
    row->addWidget(m_more);
}

void InspectorBar::setExchange(StateKind state, const QString& id, const QString& line,
                               const BadgeLook& result)
{
    m_state->setIcon(stateIcon(state));
    m_id->setText(id);
    m_line->setText(line);
    m_result->setLook(result);
    setAccessibleName(QStringLiteral("%1 %2, %3").arg(id, line, result.words));
}

void InspectorBar::setLeading(QWidget* leading)
{
    static_cast<QHBoxLayout*>(layout())->insertWidget(0, leading);
}

void InspectorBar::showButtons(bool shown)
{
    for (QWidget* button :
         {static_cast<QWidget*>(m_replay), static_cast<QWidget*>(m_copy), static_cast<QWidget*>(m_more)})
        button->setVisible(shown);
}

void InspectorBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, height() - shape::line, width(), shape::line, colour(Colour::Line, palette()));
}

} // namespace hookworks
