// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/problem_label.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QToolButton;

namespace hookworks {

/// A line across the page: what went wrong or must be known, its remedy as a button, and a way to close it.
/// It stays until it is solved or closed.
class NoticeBar final : public QWidget
{
    Q_OBJECT
public:
    struct Remedy
    {
        QString words; ///< empty: no button
        std::function<void()> act;
    };

    explicit NoticeBar(QWidget* parent = nullptr);
    void tell(const QString& sentence, Severity severity, Remedy remedy = {}, bool closable = true);
    void clear();
    QString text() const;

private:
    void paintEvent(QPaintEvent* event) override;

    ProblemLabel* m_text;
    QPushButton* m_remedy;
    QToolButton* m_close;
    std::function<void()> m_act;
};

} // namespace hookworks
