// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/webhook.h"
#include "store/writer.h"

namespace hookworks {

class ProviderCatalogue;

/// What Designer does, inside one transaction: names, and the tie between a report's document and its rows.

Result<Report> saveReport(Writer& writer, const ProviderCatalogue& providers, Report report, RealTime now);
Result<Report> duplicateReport(Writer& writer, const ProviderCatalogue& providers, ReportId id, RealTime now);

Result<Webhook> saveWebhook(Writer& writer, const ProviderCatalogue& providers, Webhook webhook,
                            RealTime now);
/// Switching it on forgets its failures, and why it was off.
Result<Webhook> setWebhookEnabled(Writer& writer, WebhookId id, bool enabled);
Result<Webhook> duplicateWebhook(Writer& writer, const ProviderCatalogue& providers, WebhookId id,
                                 RealTime now);
Result<Webhook> removeWebhook(Writer& writer, const ProviderCatalogue& providers, WebhookId id, RealTime now);
Result<Webhook> restoreWebhook(Writer& writer, const ProviderCatalogue& providers, const Webhook& removed,
                               RealTime now);

/// `wish`, or the first of `wish 2`, `wish 3`, … that is free.
QString freeReportName(Writer& writer, const QString& wish);
QString freeWebhookName(Writer& writer, const QString& wish);

} // namespace hookworks
