// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"
#include "json/text_edit.h"
#include "provider/profile.h"

namespace hookworks {

enum class ProblemSeverity
{
    Error,
    Warning
};

/// One thing that is wrong, at its place.
struct Problem
{
    ProblemSeverity severity = ProblemSeverity::Error;
    QString path;                  ///< JSON path in a document; a webhook's field
    QString message;               ///< one sentence
    QString rule;                  ///< a short key: `webhooks.max`
    Provenance provenance;         ///< of the rule; no word: a rule of Hookworks
    int line = 0, column = 0;      ///< from 1; 0: no place in a text
    std::optional<Mend> mend = {}; ///< of the text that was checked
    bool operator==(const Problem&) const = default;
};

/// A larger document is not checked, which is a problem that says so.
constexpr qint64 mostCheckedBytes = 32 * 1024 * 1024;

/// Problems of a document, in its order. What no vendor page states is a warning.
QList<Problem> validateDocument(const ProviderProfile& profile, const QByteArray& document);

/// Problems of a webhook's fields: `url`, `events`, `token`, `headers[1]`, `timeout`.
QList<Problem> validateWebhook(const ProviderProfile& profile, const Webhook& webhook);

} // namespace hookworks
