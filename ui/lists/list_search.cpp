// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_search.h"

#include "query/parser.h"

namespace hookworks {

Result<Query> ListSearch::queryFor(const QString& filter) const
{
    const auto read = readQuery(filter);
    if (!read)
        return fail(ErrorCode::BadInput, read.error().message());
    if (*read != m_query)
        return fail(ErrorCode::Conflict,
                    tr("The filter has just changed. Look at what it finds, and try again."));
    return *read;
}

} // namespace hookworks
