// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QLabel>

#include <functional>

class QLineEdit;

namespace hookworks {

enum class Severity
{
    Error,
    Warning,
    Note
};

/// The state whose shape and colour a problem of that weight has.
StateKind severityKind(Severity severity);

/// One line under a field: what is wrong and what to do. Takes no room while there is nothing to say. Plain
/// text.
class ProblemLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemLabel(QWidget* parent = nullptr);
    /// An empty text hides it.
    void setProblem(const QString& text, Severity severity = Severity::Error);
    QString problem() const;

private:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void recolour();

    QLabel* m_text;
    Severity m_severity = Severity::Error;
};

/// Checks a field while one types, but says what is wrong only after it was left (or when saving was tried);
/// once it is said, it goes as soon as the text is right. The field's accessible description says the problem
/// too.
class FieldCheck final : public QObject
{
    Q_OBJECT
public:
    using ProblemOf = std::function<QString(const QString& text)>; ///< empty: nothing is wrong

    /// All three must live as long as the check, which belongs to the field.
    FieldCheck(QLineEdit& field, ProblemLabel& label, ProblemOf problemOf);
    bool ok() const { return m_problem.isEmpty(); }
    /// The texts that this depends on have changed.
    void check();
    /// Says the problem now, as saving does. True where there is none.
    bool insist();
    /// As before the first key: for another object in the same form.
    void reset();

signals:
    void changed();

private:
    void show();

    QLineEdit& m_field;
    ProblemLabel& m_label;
    ProblemOf m_problemOf;
    QString m_problem;
    bool m_left = false;
};

} // namespace hookworks
