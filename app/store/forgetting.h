// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/secret_writings.h"

#include <limits>

namespace hookworks {

class Ledger;
class SqlConnection;

/// Where a look through all that was sent and received stands: in which table, after which row.
struct ForgetPlace
{
    int table = 0;
    qint64 after = std::numeric_limits<qint64>::min();
    bool isEnd = false;
    bool operator==(const ForgetPlace&) const = default;
};

/// In how many rows something was overwritten.
struct Forgotten
{
    qint64 events = 0, urls = 0, requests = 0, attempts = 0, captures = 0, samples = 0;
    qint64 bodyPieces = 0; ///< of long bodies, whosever they are
    bool operator==(const Forgotten&) const = default;
    Forgotten& operator+=(const Forgotten& more);
};

struct ForgetPortion
{
    ForgetPlace next;
    Forgotten forgotten;
};

/// Overwrites the secrets in the next few rows: in requests, sent heads, answers, captures and bodies, in
/// whatever writing. Deliveries that still have attempts before them are left, for they would be sent so. All
/// lengths stay. What was removed and could be brought back goes for good first. Once the end is reached and
/// committed, the file is written anew: see writeAnew().
Result<ForgetPortion> forgetPortion(SqlConnection& connection, Ledger& ledger, const SecretWritings& secrets,
                                    const ForgetPlace& place);

} // namespace hookworks
