// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/retry_policy_kind.h"

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

using Kind = RetryPolicy::Kind;
using KindWord = std::pair<Kind, QLatin1String>;

/// The one list of them.
constexpr std::array<KindWord, 5> kindWords{{{Kind::None, QLatin1String("none")},
                                             {Kind::Fixed, QLatin1String("fixed")},
                                             {Kind::List, QLatin1String("list")},
                                             {Kind::Linear, QLatin1String("linear")},
                                             {Kind::Exponential, QLatin1String("exponential")}}};

} // namespace

QString toString(RetryPolicy::Kind kind)
{
    const auto found = std::ranges::find(kindWords, kind, &KindWord::first);
    return found == kindWords.end() ? QString() : QString(found->second);
}

std::optional<RetryPolicy::Kind> retryPolicyKindFromString(QStringView word)
{
    const auto found =
        std::ranges::find_if(kindWords, [word](const KindWord& each) { return each.second == word; });
    return found == kindWords.end() ? std::nullopt : std::optional(found->first);
}

} // namespace hookworks
