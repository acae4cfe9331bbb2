// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mark.h"
#include "domain/row_id.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// What is done to a mark; what is not set stays as it is.
struct MarkChange
{
    std::optional<std::optional<MarkColour>> colour = {}; ///< nullopt inside: no colour
    std::optional<QString> note = {};                     ///< empty: no note
    bool operator==(const MarkChange&) const = default;

    Mark on(const Mark& mark) const { return {colour.value_or(mark.colour), note.value_or(mark.note)}; }
    /// Colour and note go.
    static MarkChange clear() { return {std::optional<MarkColour>(), QString()}; }
};

/// A capture or a delivery with its mark.
struct MarkedRow
{
    RowId row;
    Mark mark;
    bool operator==(const MarkedRow&) const = default;
};

/// Colours and notes on captures and deliveries.
class Marks final : public QObject
{
    Q_OBJECT

public:
    explicit Marks(Session& session);

    /// All of them or none. Gives them as they were, for restore(). NotFound names one that is not there;
    /// BadInput where the note is none, see tidyNote().
    Answer<QList<MarkedRow>> change(const QList<RowId>& rows, const MarkChange& change);
    /// Sets the marks as given; rows that went meanwhile are passed over.
    Answer<void> restore(const QList<MarkedRow>& rows);

private:
    Session* m_session;
};

} // namespace hookworks
