// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace hookworks {

/// The pages at the window's left: one button each, with Alt+1…9 in its tool tip; arrow keys move between
/// them.
class PageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PageBar(QWidget* parent = nullptr);
    void addPage(const QString& title, const QString& iconName);
    void setCurrent(int index);

signals:
    void chosen(int index);

private:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    QVBoxLayout* m_column;
    QButtonGroup* m_buttons;
};

} // namespace hookworks
