// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QStringList>

namespace hookworks {

/// What a field's values are, and so what it can be compared with.
enum class QueryFieldKind
{
    Text,
    Number,
    Moment,
    Flag,
    Id,
    Choice
};

struct QueryFieldInfo
{
    QueryName name = QueryName::Id;
    QString word; ///< as it is written; lower case
    QueryFieldKind kind = QueryFieldKind::Text;
    QStringList choices; ///< of Choice and Flag: all there are
    QString help;        ///< what it is, in a few words
};

/// All fields but `header.NAME` and JSON paths, in the order in which they are offered.
const QList<QueryFieldInfo>& queryFields();
/// Of any field; `header` and `$` for the two that are not in the list.
const QueryFieldInfo& infoOf(QueryName name);
/// In any case; `bytes` is `size`. nullopt: there is none of that name.
std::optional<QueryField> queryFieldNamed(QStringView word);

/// `*` in the value stands for any characters.
bool hasWildcard(QueryOperator op, const QString& value);
/// Why the field cannot be compared so, as a sentence; empty: it can.
QString comparisonProblem(const QueryField& field, QueryOperator op, const QString& value);

} // namespace hookworks
