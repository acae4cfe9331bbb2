// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace hookworks {

/// How many attempts of a webhook may run, how fast, in which order, and when its circuit opens.
class FlowFields final : public QWidget
{
    Q_OBJECT
public:
    explicit FlowFields(QWidget* parent = nullptr);

    void show(const FlowLimits& flow);
    /// As `stored`, with what is typed.
    FlowLimits applied(FlowLimits stored) const;
    /// `4 at once · no rate limit · circuit never opens`.
    QString summary() const;

signals:
    void edited();

private:
    QSpinBox *m_inFlight, *m_rate, *m_circuit, *m_circuitPause, *m_circuitCap;
    QCheckBox* m_strictOrder;
};

} // namespace hookworks
