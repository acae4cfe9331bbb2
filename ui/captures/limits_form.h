// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"

#include <QWidget>

namespace hookworks {

class Form;
class ProblemLabel;
class QuantityField;

/// The least width of the labels in the forms of a listener, for text of 13 px.
inline constexpr int listenerLabelWidth = 132;

/// Every limit of a listener, with its unit and range.
class LimitsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsForm(const ListenerLimits& limits, QWidget* parent = nullptr);

    ListenerLimits edited() const;
    /// Whether the limits fit each other; what does not is said under its field.
    bool isGood() const;
    /// `body 10 MiB, head 64 KiB, 512 connections`: for the folded section.
    QString summary() const;

signals:
    void changed();

private:
    ProblemLabel* add(Form& form, const QString& label, QuantityField* field);
    void check();

    QuantityField *m_head, *m_fields, *m_target, *m_body, *m_connections;
    QuantityField *m_headTime, *m_bodyTime, *m_bodyRate, *m_idle;
    ProblemLabel* m_targetProblem = nullptr;
};

} // namespace hookworks
