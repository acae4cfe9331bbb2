// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QStringList>

#include <functional>

namespace hookworks {

/// One way to go on.
struct QueryCompletion
{
    QString text; ///< what replaces the word at the cursor
    QString help; ///< what it is, in a few words; may be empty
    bool operator==(const QueryCompletion&) const = default;
};

struct QueryCompletions
{
    qsizetype begin = 0; ///< of the word at the cursor: replaced from here up to the cursor
    QList<QueryCompletion> choices = {};
    bool operator==(const QueryCompletions&) const = default;
};

/// Values that occur in a field and begin with `prefix`.
using ValuesOfField = std::function<QStringList(const QueryField& field, const QString& prefix)>;

/// How the text can go on at the cursor (UTF-16 units): fields and `and`, `or`, `not`; the operators behind a
/// field's whole name; or a comparison's values.
QueryCompletions completeQuery(QStringView text, qsizetype cursor, const ValuesOfField& values = {});

} // namespace hookworks
