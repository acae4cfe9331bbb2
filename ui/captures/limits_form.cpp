// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/limits_form.h"

#include "ui/captures/quantity_field.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

namespace hookworks {

namespace {

using Most = ListenerLimitsMost;

constexpr qint64 kibi = 1024;
constexpr qint64 mebi = kibi * kibi;

QuantityField* bytes(qint64 stored, qint64 unit, const QString& words, qint64 most)
{
    return new QuantityField(stored, {unit, words, static_cast<int>(most / unit), {}});
}

QuantityField* limitField(int stored, int most)
{
    return new QuantityField(stored, {1, {}, most, {}});
}

QuantityField* time(Micros stored)
{
    return new QuantityField(stored.count(), {Micros(std::chrono::seconds(1)).count(),
                                              LimitsForm::tr(" s"),
                                              static_cast<int>(Most::time.count()),
                                              {}});
}

} // namespace

LimitsForm::LimitsForm(const ListenerLimits& limits, QWidget* parent)
    : QWidget(parent)
    , m_head(bytes(limits.headBytes, kibi, tr(" KiB"), Most::headBytes))
    , m_fields(limitField(limits.fields, Most::fields))
    , m_target(bytes(limits.targetBytes, kibi, tr(" KiB"), Most::targetBytes))
    , m_body(bytes(limits.bodyBytes, mebi, tr(" MiB"), Most::bodyBytes))
    , m_connections(limitField(limits.connections, Most::connections))
    , m_headTime(time(limits.headTime))
    , m_bodyTime(time(limits.bodyTime))
    , m_bodyRate(bytes(limits.bodyRate, kibi, tr(" KiB/s"), Most::bodyRate))
    , m_idle(time(limits.idleTime))
{
    auto* form = new Form;
    form->setLabelWidth(scaled(listenerLabelWidth));
    add(*form, tr("H&ead"), m_head);
    add(*form, tr("Header &fields"), m_fields);
    m_targetProblem = add(*form, tr("&Target"), m_target);
    add(*form, tr("&Body"), m_body);
    add(*form, tr("C&onnections"), m_connections);
    add(*form, tr("Head &within"), m_headTime);
    add(*form, tr("Body withi&n"), m_bodyTime);
    add(*form, tr("… unless at &least"), m_bodyRate);
    add(*form, tr("&Idle for"), m_idle);
    form->addUnlabelled(quietLabel(
        tr("What is over a limit gets an error answer, and is captured as refused. More connections "
           "wait until one ends. New limits apply to new connections at once.")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(form);
    check();
}

ProblemLabel* LimitsForm::add(Form& form, const QString& label, QuantityField* field)
{
    QString name = label;
    connect(field, &QSpinBox::valueChanged, this, &LimitsForm::check);
    return form.addRow(label, withRange(*field, name.remove(u'&')));
}

bool LimitsForm::isGood() const
{
    return m_target->quantity() <= m_head->quantity();
}

void LimitsForm::check()
{
    m_targetProblem->setProblem(
        isGood() ? QString() : tr("The target is a part of the head: not more than the head's limit."));
    emit changed();
}

QString LimitsForm::summary() const
{
    return tr("body %1, head %2, %3 connections").arg(m_body->text(), m_head->text(), m_connections->text());
}

ListenerLimits LimitsForm::edited() const
{
    ListenerLimits limits;
    limits.headBytes = m_head->quantity();
    limits.fields = static_cast<int>(m_fields->quantity());
    limits.targetBytes = m_target->quantity();
    limits.bodyBytes = m_body->quantity();
    limits.connections = static_cast<int>(m_connections->quantity());
    limits.headTime = Micros(m_headTime->quantity());
    limits.bodyTime = Micros(m_bodyTime->quantity());
    limits.bodyRate = m_bodyRate->quantity();
    limits.idleTime = Micros(m_idle->quantity());
    return limits;
}

} // namespace hookworks
