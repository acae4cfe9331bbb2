// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatcher.h"
#include "delivery/lane.h"

namespace hookworks {

/// A delivery that is not final, as far as the dispatcher keeps it in memory.
struct WaitingItem
{
    enum class Phase
    {
        Waiting,
        Ready,
        Manual,
        Busy,
        Held,
        Final
    };

    Lane* lane = nullptr;
    WorkTime due;
    Origin origin = Origin::Plan;
    Phase phase = Phase::Waiting;
    bool hasDue = true; ///< false: only a manual attempt is to be made
    bool held = false;
};

/// One attempt from the moment it is prepared until its end is stored.
struct Flight
{
    enum class Stage
    {
        Loading,
        Storing,
        Armed,
        OnWire,
        Finishing,
        Withdrawing
    };

    Stage stage = Stage::Loading;
    WaitingItem item;       ///< where it came from; its lane, and where it goes back to
    bool leftAlone = false; ///< recovered only: what comes next is not waited for here
    bool manual = false;
    JournalEntry entry;  ///< the delivery as it is stored now
    JournalEntry before; ///< as it was before the attempt
    Attempt attempt;
    ClockState clock;                     ///< when it went on the wire
    bool cancelled = false, held = false; ///< asked for meanwhile
    QList<Dispatcher::Done> answers;      ///< who asked
};

} // namespace hookworks
