// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

namespace hookworks {

/// Where and why a text is no query.
struct QueryProblem
{
    qsizetype offset = 0; ///< in UTF-16 units, from 0: what a text field wants
    int character = 1;    ///< the same, counted from 1 as a person counts
    QString words;        ///< a sentence
    bool operator==(const QueryProblem&) const = default;

    /// `At character 8: …`
    QString message() const;
};

constexpr qsizetype longestQuery = 16'384; ///< UTF-16 units
constexpr int mostQueryTerms = 200;
constexpr int deepestQuery = 100; ///< parentheses and nots inside each other

/// Reads the filter language. Pure; a text of spaces is everything.
tl::expected<Query, QueryProblem> readQuery(QStringView text);
/// The same with the problem as BadInput.
Result<Query> parseQuery(QStringView text);

} // namespace hookworks
