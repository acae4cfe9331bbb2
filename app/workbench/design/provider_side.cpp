// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/provider_side.h"

#include "delivery/policy_names.h"
#include "json/path.h"
#include "platform/random.h"
#include "provider/catalogue.h"
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

} // namespace

const ProviderProfile* definitionOf(const Providers& providers, const QString& provider)
{
    return providers.catalogue().find(provider);
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

Result<RetryPolicy> providerPolicy(const ProviderCatalogue& providers, const QString& provider)
{
    const ProviderProfile* profile = providers.find(provider);
    if (!profile)
        return noProvider(provider);
    return profile->policy;
}

Result<RetryPolicy> policyNamed(const ProviderCatalogue& providers, const QString& name,
                                const QString& provider)
{
    return name == u"provider" ? providerPolicy(providers, provider) : policyFromName(name);
}

Micros providerTimeout(const ProviderCatalogue& providers, const QString& provider)
{
    const ProviderProfile* profile = providers.find(provider);
    return profile ? profile->policy.timeout.value_or(30s) : Micros(30s);
}

Result<QByteArray> payloadOf(const ProviderCatalogue& providers, const Report& report,
                             const Occurrence& occurrence)
{
    const ProviderProfile* profile = providers.find(report.provider);
    if (!profile)
        return noProvider(report.provider);
    return renderPayload(*profile, {occurrence.event, occurrence.outcome, occurrence.error, occurrence.taskId,
                                    occurrence.now, report.document});
}

Result<Request> requestTo(const ProviderCatalogue& providers, const Webhook& webhook,
                          const QByteArray& payload, const QString& messageId)
{
    const ProviderProfile* profile = providers.find(webhook.provider);
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

Result<QList<RunStep>> runSteps(const ProviderCatalogue& providers, const QString& provider,
                                const QString& outcome)
{
    const ProviderProfile* profile = providers.find(provider);
    if (!profile)
        return noProvider(provider);
    return taskSteps(*profile, outcome).map([](const QList<TaskStep>& steps) {
        QList<RunStep> run;
        for (const TaskStep& step : steps)
            run.append({step.name, step.event, step.afterDuration});
        return run;
    });
}

QString titleOf(const ProviderCatalogue& providers, const QString& provider, const QByteArray& document)
{
    const ProviderProfile* profile = providers.find(provider);
    const auto json = readJson(document);
    if (!profile || !json || profile->nameKey.isEmpty())
        return {};
    const auto path = JsonPath::parse(QStringLiteral("$.") + profile->nameKey);
    const JsonValue* title = path ? valueAt(*json, *path) : nullptr;
    return title && title->isString() ? title->text.trimmed() : QString();
}

} // namespace hookworks
