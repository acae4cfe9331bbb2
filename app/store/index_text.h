// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queried_capture.h"

namespace hookworks {

constexpr qsizetype longestIndexedBody = 512 * 1024; ///< bytes; a longer one is looked at each time

/// What the search index holds of a capture: head, body and columns, so that every text that a query can find
/// in them is in it, too, in any case. nullopt: it cannot be told (a body that is too long or cannot be
/// decoded).
std::optional<QString> indexText(const Capture& capture, const CaptureParts& parts,
                                 const BodyReading& reading);

/// The question to FTS5 that every capture in the index answers for which the query can hold, by the
/// three-letter pieces of what must be there; empty: any may.
QString indexQuestion(const Query& query);

} // namespace hookworks
