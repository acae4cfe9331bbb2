// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/design_writer.h"

#include "json/values_task.h"
#include "store/keys.h"
#include "store/rows.h"

namespace hookworks {

namespace {

constexpr const char* otherReport = "SELECT id FROM reports WHERE name = ? AND id <> ?";
constexpr const char* otherWebhook = "SELECT id FROM webhooks WHERE name = ? AND id <> ?";

QString zoneOf(const Report& report)
{
    return QString::fromUtf8(report.schedule.zone);
}

QString cycleOf(const Report& report)
{
    return QString::fromUtf8(cycleToJson(report.schedule.cycle));
}

} // namespace

DesignWriter::DesignWriter(SqlConnection& connection, const SecretBox& secrets, Ledger& ledger)
    : m_connection(&connection)
    , m_secrets(&secrets)
    , m_ledger(&ledger)
    , m_stored(connection, secrets)
{
}

Report DesignWriter::asStored(const Report& report, DocumentForm form) const
{
    Report stored = report;
    if (form == DocumentForm::Sealed)
        stored.document = m_secrets->seal(report.document);
    return stored;
}

Result<ReportId> DesignWriter::addReport(const Report& report, DocumentForm form)
{
    if (auto free = checkName(*m_connection, otherReport, report.name, report.id.number); !free)
        return tl::unexpected(free.error());
    Report stored = asStored(report, form);
    stored.id = idFor(report.id, *m_ledger, Ledger::Kind::Report);
    m_ledger->changes().reports.insert(stored.id);
    return Records<ReportColumns>::insert(*m_connection, stored, form == DocumentForm::Sealed, zoneOf(stored),
                                          cycleOf(stored))
        .map([&](int) { return stored.id; });
}

Result<void> DesignWriter::updateReport(const Report& report, DocumentForm form)
{
    if (auto free = checkName(*m_connection, otherReport, report.name, report.id.number); !free)
        return free;
    m_ledger->changes().reports.insert(report.id);
    return met(Records<ReportColumns>::update(*m_connection, wholeRow, asStored(report, form),
                                              form == DocumentForm::Sealed, zoneOf(report), cycleOf(report)),
               QStringLiteral("report ") + report.id.toString());
}

Result<RemovedReport> DesignWriter::removeReport(ReportId id)
{
    const auto stored = m_stored.report(id);
    const auto sealed = m_stored.isSealed(id);
    const auto hooks = m_stored.webhooksOf(id);
    if (!stored || !sealed || !hooks)
        return tl::unexpected(!stored ? stored.error() : !sealed ? sealed.error() : hooks.error());
    for (const Webhook& hook : *hooks) {
        if (auto removed = removeWebhook(hook.id); !removed)
            return tl::unexpected(removed.error());
    }
    m_ledger->changes().reports.insert(id);
    return m_connection->run("DELETE FROM reports WHERE id = ?", id).map([&](int) {
        return RemovedReport{*stored, *sealed, *hooks};
    });
}

Result<void> DesignWriter::restoreReport(const RemovedReport& removed)
{
    if (auto added = addReport(removed.report, removed.sealed ? DocumentForm::Sealed : DocumentForm::Plain);
        !added)
        return tl::unexpected(added.error());
    for (const Webhook& hook : removed.webhooks) {
        if (auto added = addWebhook(hook); !added)
            return tl::unexpected(added.error());
    }
    return {};
}

Result<WebhookId> DesignWriter::addWebhook(const Webhook& webhook)
{
    if (auto free = checkName(*m_connection, otherWebhook, webhook.name, webhook.id.number); !free)
        return tl::unexpected(free.error());
    Webhook stored = webhook;
    stored.id = idFor(webhook.id, *m_ledger, Ledger::Kind::Webhook);
    m_ledger->changes().webhooks.insert(stored.id);
    return Records<WebhookColumns>::insert(*m_connection, stored, sealed(stored, *m_secrets)).map([&](int) {
        return stored.id;
    });
}

Result<void> DesignWriter::updateWebhook(const Webhook& webhook)
{
    if (auto free = checkName(*m_connection, otherWebhook, webhook.name, webhook.id.number); !free)
        return free;
    m_ledger->changes().webhooks.insert(webhook.id);
    return met(Records<WebhookColumns>::update(*m_connection, wholeRow, webhook, sealed(webhook, *m_secrets)),
               QStringLiteral("webhook ") + webhook.id.toString());
}

Result<Webhook> DesignWriter::removeWebhook(WebhookId id)
{
    auto stored = m_stored.webhook(id);
    if (!stored)
        return stored;
    m_ledger->changes().webhooks.insert(id);
    return m_connection->run("DELETE FROM webhooks WHERE id = ?", id).map([&](int) { return *stored; });
}

Result<void> DesignWriter::setFailingSince(WebhookId id, std::optional<WorkTime> since)
{
    if (!since)
        return done(m_connection->run("DELETE FROM failing_webhooks WHERE webhook = ?", id));
    return done(m_connection->run(
        "INSERT OR REPLACE INTO failing_webhooks (webhook, since) SELECT id, ? FROM webhooks WHERE id = ?",
        *since, id));
}

Result<void> DesignWriter::putPolicy(const RetryPolicy& policy)
{
    if (auto named = checkName(policy.name); !named)
        return named;
    m_ledger->changes().policies = true;
    return done(Records<PolicyColumns>::put(*m_connection, policy));
}

Result<RetryPolicy> DesignWriter::removePolicy(const QString& name)
{
    auto stored = m_stored.policy(name);
    if (!stored)
        return stored;
    m_ledger->changes().policies = true;
    return m_connection->run("DELETE FROM policies WHERE name = ?", name).map([&](int) { return *stored; });
}

} // namespace hookworks
