// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/provider_side.h"

#include "json/path.h"
#include "platform/random.h"
#include "provider/new_document.h"
#include "provider/render.h"
#include "workbench/design/definition.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <QUuid>

using namespace std::chrono_literals;

namespace hookworks {

namespace {

tl::unexpected<Error> noProvider(const QString& key)
{
    return fail(ErrorCode::NotFound,
                QCoreApplication::translate("hookworks", "There is no provider \"%1\".").arg(key));
}

ProviderInfo infoOf(const ProviderProfile& profile)
{
    ProviderInfo info;
    info.key = profile.key;
    info.title = profile.title;
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

const ProviderProfile* definitionOf(const QString& provider)
{
    return profileOf(provider);
}

QByteArray newDocument(const ProviderProfile& profile, const QString& title, RealTime now,
                       const QByteArray& zone)
{
    const QDate day = localTime(now, zone).date().addDays(1);
    const QTime time(8, 0);
    const auto uuid = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    return newDocumentOf(profile, {title, now, fromLocalTime(day, time, zone),
                                   fromLocalTime(day.addYears(1).addDays(-1), time, zone), uuid});
}

QList<ProviderInfo> providerInfos()
{
    QList<ProviderInfo> infos;
    for (const ProviderProfile& profile : builtInProfiles())
        infos.append(infoOf(profile));
    return infos;
}

Result<RetryPolicy> providerPolicy(const QString& provider)
{
    const ProviderProfile* profile = profileOf(provider);
    if (!profile)
        return noProvider(provider);
    return profile->policy;
}

Micros providerTimeout(const QString& provider)
{
    const ProviderProfile* profile = profileOf(provider);
    return profile ? profile->policy.timeout.value_or(30s) : Micros(30s);
}

Result<QByteArray> payloadOf(const Report& report, const Occurrence& occurrence)
{
    const ProviderProfile* profile = profileOf(report.provider);
    if (!profile)
        return noProvider(report.provider);
    return renderPayload(*profile, {occurrence.event, occurrence.outcome, occurrence.error, occurrence.taskId,
                                    occurrence.now, report.document});
}

Result<Request> requestTo(const Webhook& webhook, const QByteArray& payload, const QString& messageId)
{
    const ProviderProfile* profile = profileOf(webhook.provider);
    if (!profile)
        return noProvider(webhook.provider);
    return renderRequest(*profile, webhook, payload, messageId);
}

QString newTaskId(Random& random)
{
    const quint64 a = random.next();
    const quint64 b = random.next();
    QUuid id(static_cast<uint>(a >> 32), static_cast<ushort>(a >> 16),
             static_cast<ushort>((a & 0x0fff) | 0x4000), static_cast<uchar>(((b >> 56) & 0x3f) | 0x80),
             static_cast<uchar>(b >> 48), static_cast<uchar>(b >> 40), static_cast<uchar>(b >> 32),
             static_cast<uchar>(b >> 24), static_cast<uchar>(b >> 16), static_cast<uchar>(b >> 8),
             static_cast<uchar>(b));
    return id.toString(QUuid::WithoutBraces);
}

Result<QList<RunStep>> runSteps(const QString& provider, const QString& outcome)
{
    const ProviderProfile* profile = profileOf(provider);
    if (!profile)
        return noProvider(provider);
    return taskSteps(*profile, outcome).map([](const QList<TaskStep>& steps) {
        QList<RunStep> run;
        for (const TaskStep& step : steps)
            run.append({step.name, step.event, step.afterDuration});
        return run;
    });
}

QString titleOf(const QString& provider, const QByteArray& document)
{
    const ProviderProfile* profile = profileOf(provider);
    const auto json = readJson(document);
    if (!profile || !json || profile->nameKey.isEmpty())
        return {};
    const auto path = JsonPath::parse(QStringLiteral("$.") + profile->nameKey);
    const JsonValue* title = path ? valueAt(*json, *path) : nullptr;
    return title && title->isString() ? title->text.trimmed() : QString();
}

} // namespace hookworks
