// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace hookworks {

/// A closed set, so that each has a name beside its colour.
enum class MarkColour
{
    Red,
    Orange,
    Yellow,
    Green,
    Blue,
    Purple
};

/// `red`, `orange`, …: the words of the command line and of files.
QString toString(MarkColour colour);
/// Exactly what toString() writes.
std::optional<MarkColour> markColourFromString(QStringView text);
const QList<MarkColour>& markColours();

/// What somebody put on a capture or a delivery to find it again.
struct Mark
{
    std::optional<MarkColour> colour;
    QString note; ///< plain text in lines; empty: none
    bool operator==(const Mark&) const = default;
    /// There is neither.
    bool isEmpty() const { return !colour && note.isEmpty(); }
};

constexpr qsizetype longestNote = 4000; ///< characters

/// The note as it is kept: each line ends in \n, blanks at both ends are gone. BadInput where it is too long
/// or holds control characters.
Result<QString> tidyNote(const QString& note);

/// As one text, and back: the colour's name or nothing, a line end, the note; empty: no mark. nullopt: nobody
/// wrote that.
QString markText(const Mark& mark);
std::optional<Mark> markFromText(const QString& text);

} // namespace hookworks
