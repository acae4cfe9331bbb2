// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/schedule_fields.h"

#include "domain/schedule.h"
#include "ui/widgets/form.h"
#include "ui/widgets/time_fields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int usualWeeks = 4;
constexpr int usualChance = 20;
constexpr int greatestSeed = 999'999;

} // namespace

ScheduleFields::ScheduleFields(QWidget* parent)
    : QWidget(parent)
    , m_form(new Form)
    , m_from(new DateField(QDate::currentDate()))
    , m_to(new DateField(QDate::currentDate().addDays(7 * usualWeeks)))
    , m_failing(new QComboBox)
    , m_chance(new QSpinBox)
    , m_seed(new QSpinBox)
    , m_runs(new QLineEdit)
{
    m_from->setObjectName(QStringLiteral("scheduleFrom"));
    m_to->setObjectName(QStringLiteral("scheduleTo"));
    m_failing->setObjectName(QStringLiteral("scheduleFailing"));
    m_failing->addItems({tr("None"), tr("Some, by chance"), tr("Chosen runs"), tr("All")});
    m_chance->setRange(1, 100);
    m_chance->setValue(usualChance);
    m_chance->setSuffix(tr(" of 100"));
    m_seed->setRange(0, greatestSeed);
    m_seed->setValue(1);
    m_runs->setObjectName(QStringLiteral("scheduleRuns"));
    m_runs->setPlaceholderText(tr("2, 5"));
    m_runs->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9, ]{0,200}")), m_runs));
    m_form->addRow(tr("Fro&m"), m_from);
    m_form->addRow(tr("T&o"), m_to);
    m_form->addRow(tr("Fai&ling"), m_failing);
    m_form->addRow(tr("Ch&ance"), m_chance);
    m_form->addRow(tr("See&d"), m_seed, tr("The same number lets the same runs fail."));
    m_form->addRow(tr("R&uns"), m_runs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    connect(m_from, &QDateEdit::dateChanged, this, &ScheduleFields::changed);
    connect(m_to, &QDateEdit::dateChanged, this, &ScheduleFields::changed);
    connect(m_failing, &QComboBox::currentIndexChanged, this, &ScheduleFields::showRows);
    connect(m_failing, &QComboBox::currentIndexChanged, this, &ScheduleFields::changed);
    for (QSpinBox* box : {m_chance, m_seed})
        connect(box, &QSpinBox::valueChanged, this, &ScheduleFields::changed);
    connect(m_runs, &QLineEdit::textChanged, this, &ScheduleFields::changed);
    showRows();
}

void ScheduleFields::showRows()
{
    m_form->setRowVisible(m_chance, m_failing->currentIndex() == ByChance);
    m_form->setRowVisible(m_seed, m_failing->currentIndex() == ByChance);
    m_form->setRowVisible(m_runs, m_failing->currentIndex() == Chosen);
}

TaskWindow ScheduleFields::window(const QByteArray& zone) const
{
    const QByteArray local = zone.isEmpty() ? QByteArrayLiteral("UTC") : zone;
    return {fromLocalTime(m_from->date(), QTime(0, 0), local),
            fromLocalTime(m_to->date().addDays(1), QTime(0, 0), local) - Micros(1)};
}

ScheduledFailures ScheduleFields::failures() const
{
    ScheduledFailures failures;
    if (m_failing->currentIndex() == ByChance) {
        failures.chance = m_chance->value() / 100.0;
        failures.seed = static_cast<quint64>(m_seed->value());
    }
    if (m_failing->currentIndex() == Chosen) {
        for (const QString& number : m_runs->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
            failures.runs << number.trimmed().toInt();
    }
    return failures;
}

QString ScheduleFields::outcome() const
{
    return m_failing->currentIndex() == All ? QStringLiteral("failure") : QStringLiteral("success");
}

bool ScheduleFields::anyFails() const
{
    return m_failing->currentIndex() != None;
}

} // namespace hookworks
