// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/designer.h"

#include "domain/shown_secrets.h"
#include "provider/document_webhooks.h"
#include "provider/validate.h"
#include "workbench/design/design_changes.h"
#include "workbench/design/provider_side.h"
#include "workbench/session/io_parts.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

QList<DesignProblem> inOurWords(const QList<Problem>& problems)
{
    QList<DesignProblem> list;
    for (const Problem& problem : problems)
        list.append({problem.severity == ProblemSeverity::Error ? ProblemLevel::Error : ProblemLevel::Warning,
                     problem.path, problem.message, problem.rule, problem.provenance.word, problem.line,
                     problem.column, problem.mend});
    return list;
}

} // namespace

QString toString(ProblemLevel level)
{
    switch (level) {
    case ProblemLevel::Error:
        return QStringLiteral("error");
    case ProblemLevel::Warning:
        return QStringLiteral("warning");
    case ProblemLevel::Note:
        break;
    }
    return QStringLiteral("note");
}

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

QList<ProviderInfo> Designer::providers()
{
    return providerInfos();
}

std::optional<ProviderInfo> Designer::provider(const QString& key)
{
    for (const ProviderInfo& info : providerInfos()) {
        if (info.key == key)
            return info;
    }
    return std::nullopt;
}

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
    return m_session->store().write([report, now = m_session->clock().now()](Writer& writer) {
        return hookworks::saveReport(writer, report, now);
    });
}

Answer<Report> Designer::duplicateReport(ReportId id)
{
    return m_session->store().write([id, now = m_session->clock().now()](Writer& writer) {
        return hookworks::duplicateReport(writer, id, now);
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
    report.provider = provider.isEmpty() ? recognise(document) : provider;
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
        .write([webhook, now = m_session->clock().now()](Writer& writer) {
            return hookworks::saveWebhook(writer, webhook, now);
        })
        .then(this, [this](const Result<Webhook>& saved) {
            if (saved)
                m_session->onIo([lane = laneOf(*saved)](IoParts& io) { io.dispatcher().setLane(lane); });
            return saved;
        });
}

Answer<Webhook> Designer::duplicateWebhook(WebhookId id)
{
    return m_session->store().write([id, now = m_session->clock().now()](Writer& writer) {
        return hookworks::duplicateWebhook(writer, id, now);
    });
}

Answer<Webhook> Designer::removeWebhook(WebhookId id)
{
    return m_session->store().write([id, now = m_session->clock().now()](Writer& writer) {
        return hookworks::removeWebhook(writer, id, now);
    });
}

Answer<Webhook> Designer::restoreWebhook(const Webhook& removed)
{
    return m_session->store().write([removed, now = m_session->clock().now()](Writer& writer) {
        return hookworks::restoreWebhook(writer, removed, now);
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

QList<DesignProblem> Designer::checkDocument(const QString& provider, const QByteArray& document)
{
    const ProviderProfile* profile = profileOf(provider);
    return profile ? inOurWords(validateDocument(*profile, document)) : QList<DesignProblem>();
}

QList<DesignProblem> Designer::checkWebhook(const Webhook& webhook)
{
    const ProviderProfile* profile = profileOf(webhook.provider);
    QList<DesignProblem> problems =
        profile ? inOurWords(validateWebhook(*profile, webhook)) : QList<DesignProblem>();
    if (const QString name = problemOfName(webhook.name); !webhook.name.isEmpty() && !name.isEmpty())
        problems.append(
            {ProblemLevel::Error, QStringLiteral("name"), name, QStringLiteral("name"), {}, 0, 0});
    return problems;
}

QByteArray Designer::documentForShowing(const Report& report)
{
    const ProviderProfile* profile = profileOf(report.provider);
    const auto listed =
        profile ? documentWebhooks(*profile, report.document) : Result<QList<DocumentWebhook>>();
    QList<DocumentWebhook> shown = listed.value_or(QList<DocumentWebhook>());
    for (DocumentWebhook& webhook : shown) {
        webhook.url = urlForShowing(webhook.url);
        if (!webhook.token.isEmpty())
            webhook.token = "***";
    }
    return shown.isEmpty() || shown == *listed
               ? report.document
               : withDocumentWebhooks(*profile, report.document, shown).value_or(report.document);
}

QString Designer::recognise(const QByteArray& document)
{
    const ProviderProfile* profile = recogniseProfile(document);
    return profile ? profile->key : QString();
}

QString Designer::problemOfName(const QString& name)
{
    if (name.trimmed().isEmpty())
        return tr("A name is needed.");
    if (looksLikeId(name.trimmed()))
        return tr("\"%1\" looks like an id; choose another name.").arg(name.trimmed());
    return {};
}

} // namespace hookworks
