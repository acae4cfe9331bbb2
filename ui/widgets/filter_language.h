// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace hookworks {

/// What is wrong in a filter, and where: the character, from 0, in the whole text.
struct FilterProblem
{
    int position = 0;
    QString words;
    bool operator==(const FilterProblem&) const = default;
};

/// A text that could stand in place of `length` characters from `start`.
struct FilterCompletion
{
    QString insert;
    QString help; ///< a few words; may be empty
    int start = 0;
    int length = 0;
    bool operator==(const FilterCompletion&) const = default;
};

/// What a filter field asks of the language that is typed into it. Called while one types: it must answer at
/// once and touch neither disk nor network.
class FilterLanguage
{
public:
    virtual ~FilterLanguage() = default;

    /// The ends, one past the last character, of the terms at the text's start that are finished and may
    /// stand alone side by side ("event: report.failed", "after: 10m"); ascending. A text whose parts hang
    /// together (or, parentheses) has none.
    virtual QList<int> finishedTerms(const QString& text) const = 0;
    virtual QList<FilterCompletion> completions(const QString& text, int cursor) const = 0;
    /// Nothing is wrong with an empty text.
    virtual std::optional<FilterProblem> problem(const QString& text) const = 0;
};

} // namespace hookworks
