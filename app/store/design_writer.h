// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/design_reader.h"
#include "store/queries.h"

namespace hookworks {

class Ledger;

/// How a report's document lies on the disk.
enum class DocumentForm
{
    Plain,
    Sealed
};

/// Changes what a person designs: reports, webhooks, retry policies. A part of Writer, see there.
class DesignWriter
{
public:
    /// All of them outlive it.
    DesignWriter(SqlConnection& connection, const SecretBox& secrets, Ledger& ledger);

    Result<ReportId> addReport(const Report& report, DocumentForm form = DocumentForm::Plain);
    Result<void> updateReport(const Report& report, DocumentForm form = DocumentForm::Plain);
    /// With its own webhooks. What was delivered stays.
    Result<RemovedReport> removeReport(ReportId id);
    Result<void> restoreReport(const RemovedReport& removed);

    /// The token is sealed.
    Result<WebhookId> addWebhook(const Webhook& webhook);
    Result<void> updateWebhook(const Webhook& webhook);
    Result<Webhook> removeWebhook(WebhookId id);
    /// Since when everything of the webhook has failed; nullopt: not any more. A webhook that is gone is no
    /// failure.
    Result<void> setFailingSince(WebhookId id, std::optional<WorkTime> since);

    /// Adds, or replaces the one of that name.
    Result<void> putPolicy(const RetryPolicy& policy);
    Result<RetryPolicy> removePolicy(const QString& name);

private:
    Report asStored(const Report& report, DocumentForm form) const;

    SqlConnection* m_connection;
    const SecretBox* m_secrets;
    Ledger* m_ledger;
    DesignReader m_stored;
};

} // namespace hookworks
