// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/reply_rule.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/handon/placeholders.h"

namespace hookworks {

/// A listener as far as a case tells of it: where it listened, and those of its rules that answered.
struct CaseListener
{
    QString id, name, address;
    quint16 port = 0;
    bool tls = false;
    QList<ReplyRule> rules;
    bool operator==(const CaseListener&) const = default;
};

/// The profile of a provider that deliveries or captures are of, as far as it takes to know it again.
struct CaseProfile
{
    QString key, title;
    QString revision; ///< see ProviderProfile; empty: an older program wrote the case
    bool operator==(const CaseProfile&) const = default;
};

/// What one person hands to another: requests, what became of them, and what is needed to see why and to send
/// them again. Ids are those of the workspace that it comes from.
struct CaseFile
{
    QString program; ///< that wrote it, with its version
    RealTime madeAt;
    bool withSecrets = false;
    QList<Placeholder> placeholders;
    QStringList lost; ///< ids of what placeholders cannot bring back
    QList<CaseProfile> profiles;
    QList<CaseListener> listeners;
    QList<DeliveryRecord> deliveries;
    QList<Capture> captures;
    bool operator==(const CaseFile&) const = default;
};

/// The most that a case may hold.
struct CaseMost
{
    static constexpr qint64 fileBytes = 256LL * 1024 * 1024;
    static constexpr qsizetype exchanges = 10'000; ///< deliveries and captures
    static constexpr qsizetype attempts = 1000;    ///< of one delivery
    static constexpr qsizetype placeholders = 1000;
    static constexpr qsizetype listeners = 100;
};

/// One JSON document: `"format": "hookworks-case"`, `"version": 1`. Each body is there once, under `bodies`,
/// as text where it is UTF-8, else in base64; heads and bodies are the bytes that were on the wire.
QByteArray caseText(const CaseFile& file);
/// BadInput names line, column and JSON path; what a later version adds to version 1 is passed over. A
/// delivery that would still be sent is cancelled.
Result<CaseFile> caseFromText(const QByteArray& text);
/// How a text begins that caseText() made.
bool looksLikeCase(const QByteArray& start);
/// Whether what lies there is a case rather than a workspace, by the file's name or how it begins.
bool isCaseFile(const QString& path);

} // namespace hookworks
