// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QList>

namespace hookworks {

/// Something that had to be changed to make JSON of a text. Equal ones are counted, not repeated.
struct LiteralChange
{
    QString words; ///< a sentence without its full stop: `Single quotes became double quotes`
    int line = 1;  ///< of the first of them, from 1
    int count = 1;
    bool operator==(const LiteralChange&) const = default;
};

/// Which one is taken where a text gives several values for one place: `'success' || 'failure'`.
enum class LiteralChoice
{
    First,
    Last
};

/// The JSON that a text stands for.
struct LiteralReading
{
    JsonValue value;
    QList<LiteralChange> changes; ///< in their order; empty: the text is JSON as it is
    bool hasChoices = false;      ///< another LiteralChoice would give another value
    bool operator==(const LiteralReading&) const = default;
};

/// Longer texts are not looked at, nor those whose arrays and objects stand deeper in each other.
constexpr qsizetype literalBytesLimit = 5'000'000;
constexpr int literalDepthLimit = 200;

/// Reads what vendors' pages and programs write where JSON is meant: JavaScript (and Python) literals with
/// single quotes, keys without quotes, comments, trailing commas, `undefined`, `a || b`, `...`, unusual
/// blanks; the same as a list of `• key: value` lines; with the text around it. Nothing is run: what would
/// have to be is refused at its place.
tl::expected<LiteralReading, JsonProblem> readLiteral(QByteArrayView text,
                                                      LiteralChoice choice = LiteralChoice::First);

/// `Line 3: Single quotes became double quotes (11 times).`
QString wordsOf(const LiteralChange& change);

} // namespace hookworks
