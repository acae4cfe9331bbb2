// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"

#include <QWidget>

class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace hookworks {

/// Which requests a reply rule is for, how often and how long.
class RuleWhenForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleWhenForm(QWidget* parent = nullptr);

    void show(const ReplyRule& rule);
    /// Puts into the rule what the fields say; what is finer than they show stays while it is not edited.
    void applyTo(ReplyRule& rule) const;

signals:
    void edited();

private:
    void arrange();
    std::optional<Micros> shownTime(const std::optional<Micros>& stored) const;

    QLineEdit *m_method, *m_path;
    QPlainTextEdit *m_query, *m_header, *m_body;
    QSpinBox *m_times, *m_seed;
    QDoubleSpinBox *m_forSeconds, *m_probability;
};

} // namespace hookworks
