// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/result.h"
#include "domain/secret_box.h"
#include "domain/webhook.h"

#include <QHash>

namespace hookworks {

class SqlConnection;

/// What a person designs: reports, webhooks, retry policies. A part of Reader, see there. Secrets of
/// documents and webhooks are opened; CannotOpen where the key file is another.
class DesignReader
{
public:
    /// Both outlive it.
    DesignReader(SqlConnection& connection, const SecretBox& secrets);

    Result<QList<Report>> reports();
    Result<Report> report(ReportId id);
    Result<Report> reportNamed(const QString& name);
    /// The document is stored sealed.
    Result<bool> isSealed(ReportId id);

    Result<QList<Webhook>> webhooks();
    Result<Webhook> webhook(WebhookId id);
    Result<Webhook> webhookNamed(const QString& name);
    /// The entries of a report's own webhooks, by position.
    Result<QList<Webhook>> webhooksOf(ReportId report);
    /// Those that are on and take this event: the report's own first, then those that serve all reports of
    /// the provider.
    Result<QList<Webhook>> webhooksServing(const QString& provider, std::optional<ReportId> report,
                                           const QString& event);
    /// Since when every attempt of a webhook has failed, on the workbench's clock; those whose last attempt
    /// succeeded are left out.
    Result<QHash<WebhookId, WorkTime>> failingSince();

    /// Own policies, by name.
    Result<QList<RetryPolicy>> policies();
    Result<RetryPolicy> policy(const QString& name);

private:
    SqlConnection* m_connection;
    const SecretBox* m_secrets;
};

} // namespace hookworks
