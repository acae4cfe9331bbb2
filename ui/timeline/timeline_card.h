// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_lane.h"

#include <QFrame>

class QLabel;

namespace hookworks {

/// The compact card beside a mark: what it is, its result, its times. Never takes the mouse or the focus.
class TimelineCard : public QFrame
{
    Q_OBJECT

public:
    explicit TimelineCard(QWidget* parent);

    /// Shows the card near `mark` (in the parent's coordinates), inside the parent.
    void showMark(const TimelineLane& lane, int mark, WorkTime now, const QRect& rect);

private:
    QLabel* m_title;
    QLabel* m_result;
    QLabel* m_times;
};

} // namespace hookworks
