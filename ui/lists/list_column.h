// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "ui/widgets/cell_delegate.h"

#include <functional>
#include <optional>

namespace hookworks {

/// How a table shows a column, whatever its rows are.
struct ColumnLook
{
    QString key; ///< what it is remembered by: `received`, `$.event`
    QString title;
    int letters = 12; ///< its width at first, in average letters
    CellLook cell = {};
    bool shown = true; ///< at first
    bool wide = false; ///< takes the room that the others leave, and never less than its letters
};

/// The clocks that a cell's words may go by.
struct ListClock
{
    WorkTime work;
    RealTime real;
    bool operator==(const ListClock&) const = default;
};

/// One column of a live list: what it says of a row, in plain text.
template <class Row>
struct ListColumn
{
    using Words = std::function<QString(const Row& row, const ListClock& clock)>;

    // NOLINTNEXTLINE(google-explicit-constructor): written as a list of its parts
    ListColumn(ColumnLook columnLook = {}, Words cellWords = {}, Words cellTip = {})
        : look(std::move(columnLook))
        , words(std::move(cellWords))
        , tip(std::move(cellTip))
    {
    }

    ColumnLook look;
    Words words;
    Words tip;                                                     ///< empty: the words, where they are cut
    std::function<std::optional<StateKind>(const Row& row)> state; ///< the shape before the words
    std::function<bool(const Row& row)> failed;                    ///< the words tell of a failure
    bool ticks = false;                                            ///< its words change as time goes by
};

} // namespace hookworks
