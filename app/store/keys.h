// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger.h"

namespace hookworks {

// Under which name and id a row is stored.

/// BadInput where there is none, or it has an id's form.
Result<void> checkName(const QString& name);
/// The same, and Conflict where another row than that of `id` has it; `sql` finds the other by both.
Result<void> checkName(SqlConnection& connection, const char* sql, const QString& name, qint64 id);

/// A new id, or the value's own when it is put back.
template <class IdType>
IdType idFor(IdType wanted, Ledger& ledger, Ledger::Kind kind)
{
    if (!wanted)
        return IdType{ledger.next(kind)};
    ledger.seen(kind, wanted.number);
    return wanted;
}

/// NotFound where a change met no row.
Result<void> met(const Result<int>& rows, const QString& what);

} // namespace hookworks
