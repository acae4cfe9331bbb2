// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inline_message.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace hookworks {

InlineMessage::InlineMessage(QWidget* parent)
    : QWidget(parent)
    , m_text(new ProblemLabel)
    , m_remedy(new QPushButton)
    , m_close(new QToolButton)
{
    m_remedy->setObjectName(QStringLiteral("remedy"));
    m_close->setIcon(themedIcon(QStringLiteral("window-close")));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::tight, space::normal, space::tight + shape::line);
    row->setSpacing(space::normal);
    row->addWidget(m_text, 1);
    row->addWidget(m_remedy);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &InlineMessage::clear);
    connect(m_remedy, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        clear();
        if (act)
            act();
    });
    hide();
}

void InlineMessage::tell(const QString& sentence, Severity severity, Remedy remedy, bool closable)
{
    m_act = std::move(remedy.act);
    m_severity = severity;
    setAccessibleName(sentence);
    m_remedy->setText(remedy.words);
    m_remedy->setVisible(!remedy.words.isEmpty());
    m_close->setVisible(closable);
    m_text->setProblem(sentence, severity);
    show();
}

void InlineMessage::clear()
{
    hide();
    m_act = nullptr;
    m_text->setProblem({});
}

QString InlineMessage::text() const
{
    return m_text->problem();
}

void InlineMessage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stateTint(severityKind(m_severity), palette()));
    painter.setPen(colour(Colour::Line, palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace hookworks
