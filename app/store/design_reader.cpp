// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/design_reader.h"

#include "store/rows.h"

namespace hookworks {

namespace {

QString quoted(const QString& name)
{
    return u'"' + name + u'"';
}

RetryPolicy toPolicy(Rows& row)
{
    RetryPolicy policy;
    Records<PolicyColumns>::read(row, wholeRow, policy);
    return policy;
}

} // namespace

DesignReader::DesignReader(SqlConnection& connection, const SecretBox& secrets)
    : m_connection(&connection)
    , m_secrets(&secrets)
{
}

Result<QList<Report>> DesignReader::reports()
{
    return flattened(
        all(m_connection->ask(Records<ReportColumns>::select("ORDER BY name COLLATE NOCASE, id")),
            [&](Rows& row) { return toReport(row, *m_secrets); }));
}

Result<Report> DesignReader::report(ReportId id)
{
    return theOne(first(m_connection->ask(Records<ReportColumns>::select("WHERE id = ?"), id),
                        [&](Rows& row) { return toReport(row, *m_secrets); }),
                  QStringLiteral("report ") + id.toString());
}

Result<Report> DesignReader::reportNamed(const QString& name)
{
    return theOne(first(m_connection->ask(Records<ReportColumns>::select("WHERE name = ?"), name),
                        [&](Rows& row) { return toReport(row, *m_secrets); }),
                  QStringLiteral("report ") + quoted(name));
}

Result<bool> DesignReader::isSealed(ReportId id)
{
    return theOne(first(m_connection->ask("SELECT sealed FROM reports WHERE id = ?", id),
                        [](Rows& row) { return row.flag(); }),
                  QStringLiteral("report ") + id.toString());
}

Result<QList<Webhook>> DesignReader::webhooks()
{
    return flattened(
        all(m_connection->ask(Records<WebhookColumns>::select("ORDER BY name COLLATE NOCASE, id")),
            [&](Rows& row) { return toWebhook(row, *m_secrets); }));
}

Result<Webhook> DesignReader::webhook(WebhookId id)
{
    return theOne(first(m_connection->ask(Records<WebhookColumns>::select("WHERE id = ?"), id),
                        [&](Rows& row) { return toWebhook(row, *m_secrets); }),
                  QStringLiteral("webhook ") + id.toString());
}

Result<Webhook> DesignReader::webhookNamed(const QString& name)
{
    return theOne(first(m_connection->ask(Records<WebhookColumns>::select("WHERE name = ?"), name),
                        [&](Rows& row) { return toWebhook(row, *m_secrets); }),
                  QStringLiteral("webhook ") + quoted(name));
}

Result<QList<Webhook>> DesignReader::webhooksOf(ReportId report)
{
    return flattened(all(
        m_connection->ask(Records<WebhookColumns>::select("WHERE report = ? ORDER BY position, id"), report),
        [&](Rows& row) { return toWebhook(row, *m_secrets); }));
}

Result<QList<Webhook>> DesignReader::webhooksServing(const QString& provider, std::optional<ReportId> report,
                                                     const QString& event)
{
    auto candidates =
        flattened(all(m_connection->ask(Records<WebhookColumns>::select(
                                            "WHERE enabled AND provider = ? AND (report IS NULL OR report = "
                                            "?) ORDER BY report IS NULL, position, id"),
                                        provider, report),
                      [&](Rows& row) { return toWebhook(row, *m_secrets); }));
    if (candidates)
        candidates->removeIf([&](const Webhook& webhook) { return !subscribes(webhook, event); });
    return candidates;
}

Result<QHash<WebhookId, WorkTime>> DesignReader::failingSince()
{
    return mapOf<FailingWebhookColumns, QHash<WebhookId, WorkTime>>(*m_connection);
}

Result<QList<RetryPolicy>> DesignReader::policies()
{
    return all(m_connection->ask(Records<PolicyColumns>::select("ORDER BY name COLLATE NOCASE, name")),
               toPolicy);
}

Result<RetryPolicy> DesignReader::policy(const QString& name)
{
    return theOne(first(m_connection->ask(Records<PolicyColumns>::select("WHERE name = ?"), name), toPolicy),
                  QStringLiteral("policy ") + quoted(name));
}

} // namespace hookworks
