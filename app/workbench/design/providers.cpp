// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/providers.h"

#include "domain/shown_secrets.h"
#include "domain/words.h"
#include "provider/catalogue.h"
#include "provider/document_webhooks.h"
#include "provider/validate.h"
#include "workbench/design/provider_side.h"
#include "workbench/inspect/masking.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace std::chrono_literals;

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

ProviderInfo infoOf(const ProviderProfile& profile)
{
    ProviderInfo info;
    info.key = profile.key;
    info.title = profile.title;
    info.revision = profile.revision;
    for (const ProfileEvent& event : profile.events)
        info.events.append({event.name, event.title, event.outcomes, event.errorPrefix});
    info.maxWebhooksPerReport = profile.hooks.max;
    info.authLabel = profile.authLabel;
    info.authHeader = profile.authHeader;
    info.authScheme = profile.authScheme;
    info.webhooksInDocument = !profile.hooks.path.isEmpty();
    info.definition = profile.components.isEmpty() ? DefinitionKind::Task : DefinitionKind::Tree;
    const auto now = std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
    info.newDocument =
        newDocument(profile, QCoreApplication::translate("hookworks", "%1 report").arg(profile.title), now,
                    QTimeZone::systemTimeZoneId());
    info.task = profile.task;
    info.policy = profile.policyWords;
    info.policyProvenance = profile.provenance.value(QStringLiteral("retries")).word;
    info.timeout = profile.policy.timeout.value_or(30s);
    info.timeoutProvenance = profile.provenance.value(QStringLiteral("timeoutSeconds")).word;
    info.successProvenance = profile.provenance.value(QStringLiteral("success")).word;
    info.page = profile.page;
    return info;
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

Providers::Providers(std::shared_ptr<const ProviderCatalogue> catalogue)
    : m_catalogue(std::move(catalogue))
{
}

QList<ProviderInfo> Providers::all() const
{
    QList<ProviderInfo> infos;
    for (const ProviderProfile& profile : m_catalogue->profiles())
        infos.append(infoOf(profile));
    return infos;
}

QStringList Providers::keys() const
{
    return m_catalogue->keys();
}

std::optional<ProviderInfo> Providers::find(const QString& key) const
{
    const ProviderProfile* profile = m_catalogue->find(key);
    return profile ? std::optional(infoOf(*profile)) : std::nullopt;
}

QList<DesignProblem> Providers::checkDocument(const QString& provider, const QByteArray& document) const
{
    const ProviderProfile* profile = m_catalogue->find(provider);
    return profile ? inOurWords(validateDocument(*profile, document)) : QList<DesignProblem>();
}

QList<DesignProblem> Providers::checkWebhook(const Webhook& webhook) const
{
    const ProviderProfile* profile = m_catalogue->find(webhook.provider);
    QList<DesignProblem> problems =
        profile ? inOurWords(validateWebhook(*profile, webhook)) : QList<DesignProblem>();
    if (const QString name = problemOfDesignName(webhook.name); !webhook.name.isEmpty() && !name.isEmpty())
        problems.append(
            {ProblemLevel::Error, QStringLiteral("name"), name, QStringLiteral("name"), {}, 0, 0});
    return problems;
}

QByteArray Providers::documentForShowing(const Report& report) const
{
    const ProviderProfile* profile = m_catalogue->find(report.provider);
    const auto listed =
        profile ? documentWebhooks(*profile, report.document) : Result<QList<DocumentWebhook>>();
    QList<DocumentWebhook> shown = listed.value_or(QList<DocumentWebhook>());
    for (DocumentWebhook& webhook : shown) {
        webhook.url = urlForShowing(webhook.url);
        if (!webhook.token.isEmpty())
            webhook.token = "***";
    }
    const QByteArray document =
        shown.isEmpty() || shown == *listed
            ? report.document
            : withDocumentWebhooks(*profile, report.document, shown).value_or(report.document);
    return Masking({}, {}).body(document, "application/json");
}

QString Providers::recognise(const QByteArray& document) const
{
    const ProviderProfile* profile = m_catalogue->recognise(document);
    return profile ? profile->key : QString();
}

QString problemOfDesignName(const QString& name)
{
    if (name.trimmed().isEmpty())
        return tr("A name is needed.");
    if (looksLikeId(name.trimmed()))
        return tr("\"%1\" looks like an id; choose another name.").arg(name.trimmed());
    return {};
}

} // namespace hookworks
