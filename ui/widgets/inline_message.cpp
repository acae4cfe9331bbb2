// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace hookworks {

NoticeBar::NoticeBar(QWidget* parent)
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
    row->setContentsMargins(12, 4, 8, 5);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_remedy);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::clear);
    connect(m_remedy, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        clear();
        if (act)
            act();
    });
    hide();
}

void NoticeBar::tell(const QString& sentence, Severity severity, Remedy remedy, bool closable)
{
    m_act = std::move(remedy.act);
    m_remedy->setText(remedy.words);
    m_remedy->setVisible(!remedy.words.isEmpty());
    m_close->setVisible(closable);
    m_text->setProblem(sentence, severity);
    show();
}

void NoticeBar::clear()
{
    hide();
    m_act = nullptr;
    m_text->setProblem({});
}

QString NoticeBar::text() const
{
    return m_text->problem();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(lineColour(palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace hookworks
