// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/time_span_dialog.h"

#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/time_fields.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace hookworks {

namespace {

QDateTime momentIn(const DateField& date, const TimeField& time)
{
    return QDateTime(date.value(), time.time());
}

} // namespace

TimeSpanDialog::TimeSpanDialog(QWidget* parent)
    : FormDialog(tr("Between two times"), parent)
    , m_show(addDeed(tr("Show")))
{
    setObjectName(QStringLiteral("timeSpan"));
    const QDateTime now = QDateTime::currentDateTime();
    m_from = {new DateField(now.date()), new TimeField(QTime(0, 0), TimeField::Precision::Seconds)};
    m_to = {new DateField(now.date()), new TimeField(now.time(), TimeField::Precision::Seconds)};
    form().addRow(tr("&From"), row(m_from));
    m_problem = form().addRow(tr("&To"), row(m_to));
    m_from.time->setAccessibleName(tr("From, time of day"));
    m_to.time->setAccessibleName(tr("To, time of day"));
    for (const End& end : {m_from, m_to}) {
        connect(end.date, &QDateEdit::dateChanged, this, &TimeSpanDialog::check);
        connect(end.time, &QTimeEdit::timeChanged, this, &TimeSpanDialog::check);
    }
    connect(m_show, &QPushButton::clicked, this, [this] {
        const auto words = [](const End& end) {
            return momentIn(*end.date, *end.time).toUTC().toString(Qt::ISODate);
        };
        emit chosen({words(m_from), words(m_to)});
        accept();
    });
    check();
}

QWidget* TimeSpanDialog::row(End& end)
{
    auto* both = new QWidget;
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::normal);
    line->addWidget(end.date);
    line->addWidget(end.time);
    line->addStretch();
    both->setFocusProxy(end.date);
    return both;
}

void TimeSpanDialog::check()
{
    const bool good = momentIn(*m_from.date, *m_from.time) < momentIn(*m_to.date, *m_to.time);
    m_show->setEnabled(good);
    m_problem->setProblem(good ? QString() : tr("The end must come after the beginning."));
}

} // namespace hookworks
