// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"
#include "domain/webhook.h"
#include "workbench/inspect/byte_comparison.h"
#include "workbench/inspect/wire_exchange.h"

#include <QStringList>

namespace hookworks {

class ProviderCatalogue;

enum class CheckResult
{
    Passed,
    Failed,
    NotApplicable
};

/// One thing that was looked at, and what came of it.
struct Check
{
    QString name; ///< `Body`
    CheckResult result = CheckResult::NotApplicable;
    QString words;       ///< a clause: `matches report.failed of Hybiscus, no field missing`
    QStringList details; ///< one for each place: `$.meta is missing`
    bool operator==(const Check&) const = default;
};

/// A request that came with the same message id.
struct EarlierMessage
{
    CaptureId capture;
    RealTime receivedAt;
    bool sameBody = false;
    bool operator==(const EarlierMessage&) const = default;
};

/// A request, and what the workspace knows of it.
struct CheckedRequest
{
    WireRequest request;
    QByteArray body;                      ///< without its content codings
    QString bodyProblem;                  ///< why they could not be undone; empty: they were
    QString provider, event;              ///< keys; empty: not recognised
    std::optional<Webhook> webhook;       ///< whose attempt it was
    std::optional<RequiredAuth> required; ///< by the reply rule that answered it
    std::optional<EarlierMessage> earlier;
    std::optional<ByteComparison> sent; ///< against the attempt that caused it
    QString attempt;                    ///< `attempt 4 of d41`
    bool operator==(const CheckedRequest&) const = default;
};

/// A larger body is not looked into, neither for its event nor for its form: a person waits for these checks.
constexpr qsizetype longestChecked = 4 * 1024 * 1024;

/// Authorization, body, Content-Type, Content-Length, message id, and the bytes as sent; always all of them,
/// in this order. Pure. No word of it holds a secret.
QList<Check> checksOf(const ProviderCatalogue& providers, const CheckedRequest& checked);

/// The name and value of the field that carries a message's id, by the profile's word or by the names that
/// are usual; both empty where there is none.
Header messageIdOf(const ProviderCatalogue& providers, const HeaderList& fields, const QString& provider);

} // namespace hookworks
