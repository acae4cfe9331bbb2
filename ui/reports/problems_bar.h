// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/design/designer.h"

#include <QWidget>

class QListWidget;
class QToolButton;

namespace hookworks {

class ElidedLabel;
class IconMark;
class TextLabel;

/// What is wrong with the report, at the page's foot: how much, one problem in words, its remedy where there
/// is an obvious one, and the way to its place. All of them open as a list above.
class ProblemsBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemsBar(QWidget* parent = nullptr);
    void setProblems(const QList<DesignProblem>& problems);
    const QList<DesignProblem>& problems() const { return m_problems; }

signals:
    void goWanted(int index);
    void mendWanted(int index);

private:
    void paintEvent(QPaintEvent* event) override;
    QWidget* makeLine();
    QToolButton* makeLink(const QString& words, const QString& name);
    void showCurrent();
    QString countWords() const;

    QList<DesignProblem> m_problems;
    int m_current = 0;
    QListWidget* m_list;
    IconMark* m_mark;
    TextLabel* m_count;
    ElidedLabel* m_message;
    QToolButton* m_mend;
    QToolButton* m_go;
    QToolButton* m_all;
};

} // namespace hookworks
