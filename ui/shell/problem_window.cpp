// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/problem_window.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

QLabel* selectableWords(const QString& text)
{
    QLabel* label = selectableLabel();
    label->setText(text);
    return label;
}

} // namespace

ProblemWindow::ProblemWindow(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setWindowTitle(QStringLiteral("Hookworks"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setMinimumWidth(sized(Size::DialogWidth));
    m_column->setContentsMargins(space::section, space::section, space::section, space::broad);
    m_column->setSpacing(space::normal);
    QLabel* words = selectableWords(title);
    words->setFont(fontOf(Face::Title));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::wide);
    head->addWidget(new IconMark(scaled(24), stateIcon(StateKind::Failed)));
    head->addWidget(words, 1);
    m_column->addLayout(head);
}

void ProblemWindow::say(const QString& words)
{
    m_column->addWidget(selectableWords(words));
}

void ProblemWindow::sayQuietly(const QString& words)
{
    QLabel* label = quietLabel(words);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_column->addWidget(label);
}

void ProblemWindow::offer(const QList<QPushButton*>& ways)
{
    auto* quit = new QPushButton(tr("&Quit"));
    connect(quit, &QPushButton::clicked, this, &QWidget::close);
    auto* row = new QHBoxLayout;
    row->addWidget(quit);
    row->addStretch();
    for (QPushButton* way : ways)
        row->addWidget(way);
    ways.last()->setDefault(true);
    setLook(*ways.last(), ButtonLook::Primary); // a default looks so in dialogs alone
    m_column->addStretch();
    m_column->addSpacing(space::broad);
    m_column->addLayout(row);
    ways.last()->setFocus();
}

} // namespace hookworks
