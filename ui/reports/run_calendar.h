// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMap>
#include <QWidget>

namespace hookworks {

/// One month as a grid of days; those with runs are marked. Left and right go to another month, Home back to
/// the first one.
class RunCalendar final : public QWidget
{
    Q_OBJECT
public:
    explicit RunCalendar(QWidget* parent = nullptr);

    /// The month of that day, and on which days how many runs fall.
    void show(const QDate& month, const QMap<QDate, int>& runs);
    QDate month() const { return m_month; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// By so many months; 0: back to where the runs begin.
    void moveWanted(int months);

private:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    QRect cell(int column, int row) const;
    std::optional<QDate> dayAt(const QPoint& place) const;

    QDate m_month;
    QMap<QDate, int> m_runs;
};

} // namespace hookworks
