// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

namespace hookworks {

/// One place where two values differ. `left` is null where it was added, `right` where it was removed.
struct JsonDifference
{
    enum class Kind
    {
        Added,
        Removed,
        Changed
    };
    JsonPath path; ///< in the left value; of something added: in the right one
    Kind kind = Kind::Changed;
    JsonValue left, right;
    bool operator==(const JsonDifference&) const = default;
};

/// By content: the order of members does not count, numbers count by their value (`1` is `1.0`). Of
/// members with the same name the last ones are compared with each other, since they are what counts; earlier
/// ones are compared too. Items of arrays of different lengths are matched from both ends. In the order of
/// the left value, then what was added.
QList<JsonDifference> compareJson(const JsonValue& left, const JsonValue& right);

} // namespace hookworks
