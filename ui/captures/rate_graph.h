// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace hookworks {

/// Requests a second over the last minute, as small bars with the newest second's count beside them.
class RateGraph : public QWidget
{
    Q_OBJECT

public:
    explicit RateGraph(QWidget* parent = nullptr);

    /// Requests that have arrived since the last call; the page calls tick() once a second.
    void add(int requests) { m_pending += requests; }
    void tick();
    const QList<int>& seconds() const { return m_seconds; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<int> m_seconds; ///< oldest first, at most sixty
    int m_pending = 0;
};

} // namespace hookworks
