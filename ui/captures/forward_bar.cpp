// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/forward_bar.h"

#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"
#include "workbench/deliver/replayer.h"
#include "workbench/session/workbench.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

ForwardBar::ForwardBar(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_question(new QLabel)
    , m_address(new QLineEdit)
    , m_send(new QPushButton(tr("Forward")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_problem(new ProblemLabel)
{
    setObjectName(QStringLiteral("forwardBar"));
    arrange();
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        m_problem->setProblem({});
        m_send->setEnabled(!m_address->text().trimmed().isEmpty());
    });
    connect(m_address, &QLineEdit::returnPressed, m_send, &QPushButton::click);
    connect(m_send, &QPushButton::clicked, this, [this] { send(m_address->text().trimmed()); });
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    m_send->setEnabled(false);
    hide();
}

void ForwardBar::arrange()
{
    m_question->setTextFormat(Qt::PlainText);
    m_question->setBuddy(m_address);
    m_address->setObjectName(QStringLiteral("forwardAddress"));
    m_address->setAccessibleName(tr("The application's address"));
    m_address->setPlaceholderText(QStringLiteral("http://127.0.0.1:9000"));
    m_send->setObjectName(QStringLiteral("forwardSend"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_question);
    row->addWidget(m_address, 1);
    row->addWidget(m_send);
    row->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    column->setSpacing(space::tight);
    column->addLayout(row);
    column->addWidget(m_problem);
}

void ForwardBar::forward(CaptureId capture)
{
    m_capture = capture;
    m_workbench.replayer().forwardAddress(capture).then(this, [this, capture](const Result<QString>& known) {
        if (capture != m_capture)
            return;
        if (known)
            send({});
        else if (known.error().code == ErrorCode::BadInput)
            ask();
        else
            emit said(known.error().message);
    });
}

void ForwardBar::ask()
{
    m_question->setText(tr("No rule forwards. Forward %1 to").arg(m_capture.toString()));
    m_problem->setProblem({});
    show();
    m_address->setFocus();
    m_address->selectAll();
}

/// An empty address is the one that is known.
void ForwardBar::send(const QString& address)
{
    m_workbench.replayer()
        .forwardAgain(m_capture, address)
        .then(this, [this](const Result<QList<Delivery>>& deliveries) {
            if (deliveries) {
                hide();
                emit forwarded(deliveries->last());
            } else if (isVisible()) {
                m_problem->setProblem(deliveries.error().message);
            } else {
                emit said(deliveries.error().message);
            }
        });
}

void ForwardBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    QWidget::keyPressEvent(event); // Escape goes back to the list, too
}

} // namespace hookworks
