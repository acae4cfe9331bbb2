// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/problem_label.h"

#include "ui/widgets/state_mark.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace hookworks {

namespace {

int markSide()
{
    return scaled(12);
}

} // namespace

StateKind severityKind(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return StateKind::Failed;
    case Severity::Warning:
        return StateKind::Waiting;
    case Severity::Note:
        break;
    }
    return StateKind::Planned;
}

ProblemLabel::ProblemLabel(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(markSide() + space::close, 0, 0, 0);
    row->addWidget(m_text);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    recolour();
    hide();
}

void ProblemLabel::setProblem(const QString& text, Severity severity)
{
    m_severity = severity;
    m_text->setText(text);
    recolour();
    setVisible(!text.isEmpty());
}

QString ProblemLabel::problem() const
{
    return m_text->text();
}

void ProblemLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int words = std::min(m_text->heightForWidth(m_text->width()), m_text->height());
    const double top = (m_text->height() - words + m_text->fontMetrics().height() - markSide()) / 2.0;
    paintStateMark(painter, QRectF(0, m_text->y() + top, markSide(), markSide()), severityKind(m_severity),
                   palette());
}

void ProblemLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) // of the application's too: that one is told to windows alone
        recolour();
}

void ProblemLabel::recolour()
{
    QPalette coloured;
    coloured.setColor(QPalette::WindowText, stateInk(severityKind(m_severity),
                                                     parentWidget() ? parentWidget()->palette() : palette()));
    m_text->setPalette(coloured);
    update();
}

FieldCheck::FieldCheck(QLineEdit& field, ProblemLabel& label, ProblemOf problemOf)
    : QObject(&field)
    , m_field(field)
    , m_label(label)
    , m_problemOf(std::move(problemOf))
{
    connect(&field, &QLineEdit::textChanged, this, &FieldCheck::check);
    connect(&field, &QLineEdit::editingFinished, this, [this] {
        m_left = m_left || m_field.isModified();
        show();
    });
    check();
}

void FieldCheck::check()
{
    const bool was = ok();
    m_problem = m_problemOf(m_field.text());
    show();
    if (was != ok())
        emit changed();
}

bool FieldCheck::insist()
{
    m_left = true;
    check();
    return ok();
}

void FieldCheck::reset()
{
    m_left = false;
    m_field.setModified(false);
    check();
}

void FieldCheck::show()
{
    m_left = m_left && !m_problem.isEmpty();
    const QString said = m_left ? m_problem : QString();
    if (said != m_label.problem())
        m_label.setProblem(said);
    m_field.setAccessibleDescription(said);
}

} // namespace hookworks
