// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QStringList>

namespace hookworks {

/// `c4`, `c5` of what a search gave newest first: the oldest first.
template <char Letter>
QStringList oldestFirst(const QList<Id<Letter>>& newestFirst)
{
    QStringList texts;
    texts.reserve(newestFirst.size());
    for (auto id = newestFirst.crbegin(); id != newestFirst.crend(); ++id)
        texts << id->toString();
    return texts;
}

} // namespace hookworks
