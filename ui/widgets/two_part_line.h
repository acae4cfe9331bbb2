// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace hookworks {

/// Two parts on one line, the second at its end; below each other where the first has no room beside it.
class TwoPartLine final : public QWidget
{
    Q_OBJECT
public:
    /// Takes both.
    TwoPartLine(QWidget* first, QWidget* second, QWidget* parent = nullptr);
    bool isBroken() const;
    QSize minimumSizeHint() const override;

private:
    bool event(QEvent* event) override;
    void fit();

    QWidget *m_first, *m_second;
    QBoxLayout* m_line;
};

} // namespace hookworks
