// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/designer.h"

#include "provider/catalogue.h"
#include "workbench/design/design_changes.h"
#include "workbench/design/sample_content.h"
#include "workbench/session/io_parts.h"
#include "workbench/session/session.h"

namespace hookworks {

Designer::Designer(Session& session)
    : m_session(&session)
{
    connect(&session, &Session::committed, this, [this](const StoreChanges& changes) {
        if (!changes.reports.isEmpty())
            Q_EMIT reportsChanged(changes.reports.values());
        if (!changes.webhooks.isEmpty())
            Q_EMIT webhooksChanged(changes.webhooks.values());
    });
}

Designer::~Designer() = default;

Answer<QList<Report>> Designer::reports()
{
    return m_session->store().read([](Reader& reader) { return reader.reports(); });
}

Answer<Report> Designer::report(ReportId id)
{
    return m_session->store().read([id](Reader& reader) { return reader.report(id); });
}

Answer<Report> Designer::findReport(const QString& idOrName)
{
    return m_session->store().read([idOrName](Reader& reader) {
        const auto id = ReportId::parse(idOrName);
        return id ? reader.report(*id) : reader.reportNamed(idOrName);
    });
}

Answer<Report> Designer::saveReport(const Report& report)
{
    return m_session->store().write(
        [report, providers = m_session->providers(), now = m_session->clock().now()](Writer& writer) {
            return hookworks::saveReport(writer, providers, report, now);
        });
}

Answer<Report> Designer::duplicateReport(ReportId id)
{
    return m_session->store().write(
        [id, providers = m_session->providers(), now = m_session->clock().now()](Writer& writer) {
            return hookworks::duplicateReport(writer, providers, id, now);
        });
}

Answer<RemovedReport> Designer::removeReport(ReportId id)
{
    return m_session->store().write([id](Writer& writer) { return writer.removeReport(id); });
}

Answer<Report> Designer::restoreReport(const RemovedReport& removed)
{
    return m_session->store().write([removed](Writer& writer) {
        return writer.restoreReport(removed).and_then([&] { return writer.report(removed.report.id); });
    });
}

Answer<Report> Designer::importReport(const QByteArray& document, const QString& provider,
                                      const QString& name)
{
    Report report;
    const auto json = parseJson(document);
    if (!json)
        return readyAnswer<Report>(tl::unexpected<Error>(json.error()));
    if (!json->isObject())
        return readyAnswer<Report>(fail(ErrorCode::BadInput, tr("$: A report is a JSON object.")));
    report.provider = provider;
    const ProviderProfile* const known = m_session->providers().recognise(document);
    if (provider.isEmpty() && known)
        report.provider = known->key;
    if (report.provider.isEmpty())
        return readyAnswer<Report>(
            fail(ErrorCode::BadInput,
                 tr("This document is of no known provider: name one with the provider option.")));
    report.document = document;
    report.name = name;
    return saveReport(report);
}

Answer<QByteArray> Designer::exportReport(ReportId id)
{
    return m_session->store().read([id](Reader& reader) {
        return reader.report(id).map([](const Report& report) { return report.document; });
    });
}

Answer<QList<Webhook>> Designer::webhooks()
{
    return m_session->store().read([](Reader& reader) { return reader.webhooks(); });
}

Answer<Webhook> Designer::webhook(WebhookId id)
{
    return m_session->store().read([id](Reader& reader) { return reader.webhook(id); });
}

Answer<Webhook> Designer::findWebhook(const QString& idOrName)
{
    return m_session->store().read([idOrName](Reader& reader) {
        const auto id = WebhookId::parse(idOrName);
        return id ? reader.webhook(*id) : reader.webhookNamed(idOrName);
    });
}

Answer<Webhook> Designer::saveWebhook(const Webhook& webhook)
{
    return m_session->store()
        .write([webhook, providers = m_session->providers(), now = m_session->clock().now()](Writer& writer) {
            return hookworks::saveWebhook(writer, providers, webhook, now);
        })
        .then(this, [this](const Result<Webhook>& saved) {
            if (saved)
                m_session->onIo([lane = laneOf(*saved)](IoParts& io) { io.dispatcher().setLane(lane); });
            return saved;
        });
}

Answer<Webhook> Designer::duplicateWebhook(WebhookId id)
{
    return m_session->store().write(
        [id, providers = m_session->providers(), now = m_session->clock().now()](Writer& writer) {
            return hookworks::duplicateWebhook(writer, providers, id, now);
        });
}

Answer<Webhook> Designer::removeWebhook(WebhookId id)
{
    return m_session->store().write(
        [id, providers = m_session->providers(), now = m_session->clock().now()](Writer& writer) {
            return hookworks::removeWebhook(writer, providers, id, now);
        });
}

Answer<Webhook> Designer::restoreWebhook(const Webhook& removed)
{
    return m_session->store().write(
        [removed, providers = m_session->providers(), now = m_session->clock().now()](Writer& writer) {
            return hookworks::restoreWebhook(writer, providers, removed, now);
        });
}

Answer<ForgottenSecrets> Designer::forgetSecrets(const Webhook& webhook)
{
    return (new ForgettingRun(*m_session, webhook, this))->answer();
}

Answer<void> Designer::setWebhookEnabled(WebhookId id, bool enabled)
{
    return m_session->store()
        .write([id, enabled](Writer& writer) { return hookworks::setWebhookEnabled(writer, id, enabled); })
        .then(this, [this](const Result<Webhook>& set) -> Result<void> {
            if (!set)
                return tl::unexpected<Error>(set.error());
            m_session->onIo([lane = laneOf(*set)](IoParts& io) { io.dispatcher().setLane(lane); });
            return {};
        });
}

Answer<bool> Designer::makeSample()
{
    return m_session->store().write([providers = m_session->providers(), now = m_session->clock().now()](
                                        Writer& writer) { return addSample(writer, providers, now); });
}

} // namespace hookworks
