// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_painter.h"

#include <QObject>

namespace hookworks {

class TimelineCard;
class TimelineView;

/// What the pointer is at, and the card beside it; while the keyboard is in the timeline and the pointer at
/// no mark, the card is beside the current one.
class TimelineHover final : public QObject
{
    Q_OBJECT

public:
    /// `view` is its parent.
    explicit TimelineHover(TimelineView& view);

    TimelinePlace place() const { return m_place; }
    void set(TimelinePlace place);
    /// The card beside that mark; none beside a lane.
    void showCard(TimelinePlace place);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;

    TimelineView& m_view;
    TimelineCard* m_card;
    TimelinePlace m_place;
};

} // namespace hookworks
