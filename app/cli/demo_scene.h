// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/reply_rule.h"
#include "workbench/deliver/deliveries.h"

namespace hookworks {

/// One event of the demo: whose, which, and what its payload must say.
struct DemoEvent
{
    QString provider, event, outcome, error;
    QList<std::pair<QString, QString>> payload; ///< JSON path → text: how the receiver knows it
    bool operator==(const DemoEvent&) const = default;
};

/// Every event of both providers, each outcome where an event has some.
QList<DemoEvent> demoEvents();
/// A report document to start from, by provider.
QByteArray demoDocument(const QString& provider);
QStringList demoProviders();

/// A receiver that is down for three attempts of each of the events, and then takes it.
QList<ReplyRule> demoRules();
constexpr int demoFailures = 3;

/// What was stored of one delivery: its attempts, and the capture of each; an attempt without one has none.
struct DemoEvidence
{
    DeliveryRecord record;
    QList<std::optional<Capture>> captures;
};

/// What is not as it must be, in words; empty where all was seen: three failures, then success, in the plan's
/// order, each attempt matched with a capture of its own that holds the very bytes that were sent.
QStringList demoProblems(const DemoEvidence& evidence);

} // namespace hookworks
