// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/replay_verdict.h"

#include <array>
#include <utility>

namespace hookworks {

namespace {

constexpr std::array<std::pair<Verdict, QLatin1String>, 5> verdictWords{
    {{Verdict::First, QLatin1String("first")},
     {Verdict::Fixed, QLatin1String("fixed")},
     {Verdict::StillFailing, QLatin1String("still-failing")},
     {Verdict::Regressed, QLatin1String("regressed")},
     {Verdict::StillPassing, QLatin1String("still-passing")}}};

} // namespace

Verdict verdictOn(const ReplayBasis& basis, bool passed)
{
    if (basis.comparedWith.isEmpty())
        return Verdict::First;
    if (basis.passed)
        return passed ? Verdict::StillPassing : Verdict::Regressed;
    return passed ? Verdict::Fixed : Verdict::StillFailing;
}

QString toString(Verdict verdict)
{
    for (const auto& [known, word] : verdictWords) {
        if (known == verdict)
            return word;
    }
    return {};
}

} // namespace hookworks
