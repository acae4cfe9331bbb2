// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/delivery.h"

#include <array>
#include <utility>

namespace hookworks {

namespace {

template <class Enum, size_t N>
using Words = std::array<std::pair<Enum, QLatin1String>, N>;

constexpr Words<DeliveryState, 8> stateWords{{{DeliveryState::Waiting, QLatin1String("waiting")},
                                              {DeliveryState::Sending, QLatin1String("sending")},
                                              {DeliveryState::Retrying, QLatin1String("retrying")},
                                              {DeliveryState::Held, QLatin1String("held")},
                                              {DeliveryState::Delivered, QLatin1String("delivered")},
                                              {DeliveryState::Exhausted, QLatin1String("exhausted")},
                                              {DeliveryState::Unknown, QLatin1String("unknown")},
                                              {DeliveryState::Cancelled, QLatin1String("cancelled")}}};

constexpr Words<Outcome, 12> outcomeWords{{{Outcome::Success, QLatin1String("success")},
                                           {Outcome::Rejected, QLatin1String("rejected")},
                                           {Outcome::Redirected, QLatin1String("redirected")},
                                           {Outcome::Refused, QLatin1String("refused")},
                                           {Outcome::Unresolved, QLatin1String("unresolved")},
                                           {Outcome::Timeout, QLatin1String("timeout")},
                                           {Outcome::Closed, QLatin1String("closed")},
                                           {Outcome::Reset, QLatin1String("reset")},
                                           {Outcome::Tls, QLatin1String("tls")},
                                           {Outcome::InvalidResponse, QLatin1String("invalid-response")},
                                           {Outcome::Blocked, QLatin1String("blocked")},
                                           {Outcome::Unknown, QLatin1String("unknown")}}};

constexpr Words<Origin, 3> originWords{{{Origin::Plan, QLatin1String("plan")},
                                        {Origin::Manual, QLatin1String("manual")},
                                        {Origin::Replay, QLatin1String("replay")}}};

template <class Enum, size_t N>
QString wordOf(const Words<Enum, N>& words, Enum value)
{
    for (const auto& [known, word] : words) {
        if (known == value)
            return word;
    }
    return {};
}

template <class Enum, size_t N>
std::optional<Enum> valueOf(const Words<Enum, N>& words, QStringView text)
{
    for (const auto& [value, word] : words) {
        if (word == text)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString toString(DeliveryState state) { return wordOf(stateWords, state); }

QString toString(Outcome outcome) { return wordOf(outcomeWords, outcome); }

QString toString(Origin origin) { return wordOf(originWords, origin); }

std::optional<DeliveryState> deliveryStateFromString(QStringView text) { return valueOf(stateWords, text); }

std::optional<Outcome> outcomeFromString(QStringView text) { return valueOf(outcomeWords, text); }

std::optional<Origin> originFromString(QStringView text) { return valueOf(originWords, text); }

bool isFinal(DeliveryState state)
{
    return state == DeliveryState::Delivered || state == DeliveryState::Exhausted || state == DeliveryState::Unknown
           || state == DeliveryState::Cancelled;
}

std::optional<Verdict> verdictOf(const QString& replayOf, const ReplayBasis& basis, DeliveryState state)
{
    if (replayOf.isEmpty() || !isFinal(state) || state == DeliveryState::Cancelled)
        return std::nullopt;
    return verdictOn(basis, state == DeliveryState::Delivered);
}

} // namespace hookworks
