// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/problem_label.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QToolButton;

namespace hookworks {

/// What went wrong or must be known, where it arose: a sentence with its shape, the remedy as a button, and a
/// way to close it. It stays until it is solved or closed. Across the top of a page or window, or inside a
/// form.
class InlineMessage final : public QWidget
{
    Q_OBJECT
public:
    struct Remedy
    {
        QString words; ///< empty: no button
        std::function<void()> act;
    };

    explicit InlineMessage(QWidget* parent = nullptr);
    void tell(const QString& sentence, Severity severity, Remedy remedy = {}, bool closable = true);
    void clear();
    QString text() const;

private:
    void paintEvent(QPaintEvent* event) override;

    ProblemLabel* m_text;
    QPushButton* m_remedy;
    QToolButton* m_close;
    std::function<void()> m_act;
    Severity m_severity = Severity::Note;
};

} // namespace hookworks
