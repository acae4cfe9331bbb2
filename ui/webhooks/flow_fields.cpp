// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/flow_fields.h"

#include "ui/webhooks/number_field.h"
#include "ui/widgets/form.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hookworks {

FlowFields::FlowFields(QWidget* parent)
    : QWidget(parent)
    , m_inFlight(numberField(1, 6, {}))
    , m_rate(numberField(0, 6000, tr("No limit"), tr(" a minute")))
    , m_circuit(numberField(0, 100, tr("Never"), tr(" failures in a row")))
    , m_circuitPause(numberField(1, 86'400, {}, tr(" s")))
    , m_circuitCap(numberField(1, 604'800, {}, tr(" s")))
    , m_strictOrder(new QCheckBox(tr("One event after the other")))
{
    m_circuit->setObjectName(QStringLiteral("circuit"));
    auto* form = new Form;
    form->addRow(tr("At &once"), m_inFlight, tr("Attempts that may run at the same time."));
    form->addRow(tr("Rate"), m_rate);
    form->addRow(tr("Order"), m_strictOrder);
    form->addRow(tr("&Circuit opens"), m_circuit, tr("Then nothing is sent for a while."));
    form->addRow(tr("First pause"), m_circuitPause,
                 tr("Then one attempt goes out. Twice as long each time it fails."));
    form->addRow(tr("Longest pause"), m_circuitCap);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(form);
    const auto showPauses = [this, form](int failures) {
        form->setRowVisible(m_circuitPause, failures > 0);
        form->setRowVisible(m_circuitCap, failures > 0);
    };
    connect(m_circuit, &QSpinBox::valueChanged, this, showPauses);
    connect(m_circuitPause, &QSpinBox::valueChanged, m_circuitCap, &QSpinBox::setMinimum);
    for (QSpinBox* field : {m_inFlight, m_rate, m_circuit, m_circuitPause, m_circuitCap})
        connect(field, &QSpinBox::valueChanged, this, &FlowFields::edited);
    connect(m_strictOrder, &QCheckBox::clicked, this, &FlowFields::edited);
    showPauses(0);
}

void FlowFields::show(const FlowLimits& flow)
{
    m_inFlight->setValue(flow.maxInFlight);
    m_rate->setValue(flow.ratePerMinute);
    m_circuit->setValue(flow.circuitOpensAfter);
    m_circuitPause->setValue(wholeSeconds(flow.circuitPause));
    m_circuitCap->setValue(wholeSeconds(flow.circuitPauseCap));
    m_strictOrder->setChecked(flow.strictOrder);
}

FlowLimits FlowFields::applied(FlowLimits stored) const
{
    stored.maxInFlight = m_inFlight->value();
    stored.ratePerMinute = m_rate->value();
    stored.circuitOpensAfter = m_circuit->value();
    stored.circuitPause = keptUnlessChanged(stored.circuitPause, *m_circuitPause);
    stored.circuitPauseCap = keptUnlessChanged(stored.circuitPauseCap, *m_circuitCap);
    stored.strictOrder = m_strictOrder->isChecked();
    return stored;
}

QString FlowFields::summary() const
{
    QStringList parts{m_strictOrder->isChecked() ? tr("one after the other")
                                                 : tr("%1 at once").arg(m_inFlight->value())};
    parts << (m_rate->value() > 0 ? tr("%1 a minute").arg(m_rate->value()) : tr("no rate limit"));
    parts << (m_circuit->value() > 0 ? tr("circuit opens after %1 failures").arg(m_circuit->value())
                                     : tr("circuit never opens"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace hookworks
