// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/delivery_queue.h"
#include "domain/clock_state.h"

namespace hookworks {

class StartingGate;

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
    std::shared_ptr<StartingGate> together; ///< of a burst
    ClockState clock;                       ///< when it went on the wire
    bool cancelled = false, held = false;   ///< asked for meanwhile
    QList<Journal::Done> answers;           ///< who asked
};

/// Moves its times by so much.
void shift(Flight& flight, Micros by);
/// Takes over what came of it on the wire.
void takeResult(Flight& flight, ExchangeResult result);
/// Applies what was asked for while the attempt was under way.
void applyWishes(Flight& flight);
/// What follows the end of its attempt.
NextStep stepAfter(const Flight& flight, WorkTime finished);

} // namespace hookworks
