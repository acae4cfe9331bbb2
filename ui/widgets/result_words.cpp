// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/result_words.h"

#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

QString resultText(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

/// Why there is no status.
QString failureText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Timeout:
        return resultText("timed out");
    case Outcome::Refused:
        return resultText("refused");
    case Outcome::Unresolved:
        return resultText("name not found");
    case Outcome::Closed:
        return resultText("closed");
    case Outcome::Reset:
        return resultText("reset");
    case Outcome::Tls:
        return resultText("TLS failed");
    case Outcome::InvalidResponse:
        return resultText("no valid HTTP");
    case Outcome::Blocked:
        return resultText("not sent");
    case Outcome::Success:
    case Outcome::Rejected:
    case Outcome::Redirected:
    case Outcome::Unknown:
        break;
    }
    return resultText("outcome unknown");
}

QString endedWords(const Attempt& attempt, bool withDuration)
{
    const Outcome outcome = *attempt.outcome;
    const bool answered =
        outcome == Outcome::Success || outcome == Outcome::Rejected || outcome == Outcome::Redirected;
    if (!answered || attempt.status == 0)
        return failureText(outcome);
    const QString status = QString::number(attempt.status);
    if (!withDuration || !attempt.finishedAt)
        return status;
    return resultText("%1 in %2").arg(status, measured(*attempt.finishedAt - attempt.startedAt));
}

} // namespace

QString outcomeWords(const Attempt& attempt)
{
    return attempt.outcome ? endedWords(attempt, true) : resultText("sending");
}

QString resultWords(const Delivery& delivery, const QList<Attempt>& attempts)
{
    const auto ended = std::ranges::find_if(attempts.rbegin(), attempts.rend(), [](const Attempt& attempt) {
        return attempt.outcome.has_value();
    });
    switch (delivery.state) {
    case DeliveryState::Delivered:
    case DeliveryState::Exhausted:
        if (ended != attempts.rend())
            return endedWords(*ended, delivery.state == DeliveryState::Delivered);
        break;
    case DeliveryState::Retrying:
        if (ended != attempts.rend())
            return resultText("%1, retrying %2/%3")
                .arg(endedWords(*ended, false))
                .arg(attempts.size())
                .arg(std::max(delivery.plan.size(), attempts.size()));
        break;
    default:
        break;
    }
    return stateWords(delivery.state).toLower();
}

} // namespace hookworks
