// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/policies.h"

#include "delivery/outage.h"
#include "delivery/planner.h"
#include "delivery/policy_names.h"
#include "provider/catalogue.h"
#include "workbench/design/provider_side.h"
#include "workbench/session/session.h"

#include <algorithm>

namespace hookworks {

namespace {

const QLatin1String providersOwn("provider");
const QLatin1String policyWithoutRetries("none");

Result<StatusRange> statusRange(const QString& part)
{
    const QStringList ends = part.split(u'-');
    bool first = false, last = false;
    const StatusRange range{ends.first().trimmed().toInt(&first), ends.last().trimmed().toInt(&last)};
    if (first && last && ends.size() <= 2 && range.first >= 100 && range.last <= 599 &&
        range.first <= range.last)
        return range;
    return fail(
        ErrorCode::BadInput,
        Policies::tr("\"%1\" is no status: write 408, 429, 500-599 (from 100 to 599).").arg(part.trimmed()));
}

/// `Standard Webhooks` for standard-webhooks.
QString capitalised(const QString& name)
{
    QStringList words = name.split(u'-');
    for (QString& word : words)
        word = word.first(1).toUpper() + word.sliced(1);
    return words.join(u' ');
}

QStringList namesOfUsers(const QList<Webhook>& webhooks, const QString& policy)
{
    QStringList names;
    for (const Webhook& webhook : webhooks) {
        if (webhook.policy == policy)
            names.append(webhook.name);
    }
    return names;
}

Result<RetryPolicy> removeUnused(Writer& writer, const QString& name)
{
    const auto webhooks = writer.webhooks();
    if (!webhooks)
        return tl::unexpected<Error>(webhooks.error());
    if (const QStringList users = namesOfUsers(*webhooks, name); !users.isEmpty())
        return fail(ErrorCode::Conflict, Policies::tr("%1 is used by %2. Choose another policy there first.")
                                             .arg(name, users.join(QStringLiteral(", "))));
    return writer.removePolicy(name);
}

Result<void> rename(Writer& writer, const QString& before, const RetryPolicy& policy)
{
    const auto webhooks = writer.webhooks();
    if (!webhooks)
        return tl::unexpected<Error>(webhooks.error());
    for (Webhook webhook : *webhooks) {
        if (webhook.policy != before)
            continue;
        webhook.policy = policy.name;
        if (auto updated = writer.updateWebhook(webhook); !updated)
            return updated;
    }
    return writer.removePolicy(before).map([](const RetryPolicy&) {});
}

Result<void> saveAs(Writer& writer, const QString& before, const RetryPolicy& policy)
{
    if (policy.name != before && writer.policy(policy.name))
        return fail(ErrorCode::Conflict,
                    Policies::tr("There is a policy %1 already; choose another name.").arg(policy.name));
    return writer.putPolicy(policy).and_then([&] {
        return before.isEmpty() || before == policy.name ? Result<void>() : rename(writer, before, policy);
    });
}

} // namespace

Policies::Policies(Session& session)
    : m_session(&session)
{
    connect(&session, &Session::committed, this, [this](const StoreChanges& changes) {
        if (changes.policies)
            Q_EMIT changed();
    });
}

QStringList Policies::fixedNames()
{
    return QStringList(providersOwn) + fixedPolicyNames();
}

Answer<QList<RetryPolicy>> Policies::own()
{
    return m_session->store().read([](Reader& reader) { return reader.policies(); });
}

Result<RetryPolicy> Policies::named(const QString& name, const QString& provider) const
{
    return policyNamed(m_session->providers(), name, provider);
}

Answer<RetryPolicy> Policies::resolve(const QString& name, const QString& provider)
{
    return m_session->store().read(
        [providers = m_session->providers(), name, provider](Reader& reader) -> Result<RetryPolicy> {
            auto policy = reader.policy(name);
            return policy ? policy : policyNamed(providers, name, provider);
        });
}

QString Policies::gapWords(Micros gap)
{
    const bool wholeMinutes = gap % std::chrono::minutes(1) == Micros(0);
    if (gap >= std::chrono::minutes(1) && gap < std::chrono::minutes(100) && wholeMinutes)
        return tr("%1 min").arg(gap / std::chrono::minutes(1));
    return durationWords(gap);
}

QString Policies::words(const RetryPolicy& policy)
{
    RetryPolicy even = policy;
    even.jitter = 0;
    const QList<PlannedAttempt> attempts = plan(even, 0);
    const int retries = static_cast<int>(attempts.size()) - 1;
    if (retries < 1)
        return tr("no retries");
    const auto [least, most] = std::ranges::minmax(attempts.sliced(1), {}, &PlannedAttempt::gap);
    const QString count = retries == 1 ? tr("1 retry") : tr("%1 retries").arg(retries);
    if (retries == 1)
        return tr("%1 after %2").arg(count, gapWords(least.gap));
    return least.gap == most.gap ? tr("%1, each after %2").arg(count, gapWords(least.gap))
                                 : tr("%1, %2 to %3").arg(count, gapWords(least.gap), gapWords(most.gap));
}

QString Policies::title(const QString& name, const RetryPolicy& policy, const QString& provider) const
{
    const QString does = words(policy);
    if (name == providersOwn) {
        const ProviderProfile* const info = m_session->providers().find(provider);
        return tr("%1: %2").arg(info ? info->title : provider, does);
    }
    if (name == policyWithoutRetries)
        return tr("No retries");
    if (name.contains(u':') && named(name))
        return does;
    return tr("%1: %2").arg(fixedNames().contains(name) ? capitalised(name) : name, does);
}

QString Policies::problemOfName(const QString& name)
{
    if (name.trimmed().isEmpty())
        return tr("A name is needed.");
    if (name == providersOwn || policyFromName(name))
        return tr("\"%1\" cannot name an own policy: it stands for a schedule already.").arg(name);
    return {};
}

Answer<void> Policies::save(const QString& before, const RetryPolicy& policy)
{
    if (const QString problem = problemOfName(policy.name); !problem.isEmpty())
        return readyAnswer<void>(fail(ErrorCode::BadInput, problem));
    return m_session->store().write(
        [before, policy](Writer& writer) { return saveAs(writer, before, policy); });
}

Answer<void> Policies::put(const RetryPolicy& policy)
{
    if (const QString problem = problemOfName(policy.name); !problem.isEmpty())
        return readyAnswer<void>(fail(ErrorCode::BadInput, problem));
    return m_session->store().write([policy](Writer& writer) { return writer.putPolicy(policy); });
}

Answer<RetryPolicy> Policies::remove(const QString& name)
{
    return m_session->store().write([name](Writer& writer) { return removeUnused(writer, name); });
}

Result<QList<StatusRange>> Policies::statusesFromText(const QString& text)
{
    QList<StatusRange> ranges;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const auto range = statusRange(part);
        if (!range)
            return tl::unexpected<Error>(range.error());
        ranges.append(*range);
    }
    return ranges;
}

QString Policies::statusesText(const QList<StatusRange>& statuses)
{
    QStringList parts;
    for (const StatusRange& range : statuses)
        parts << (range.first == range.last ? QString::number(range.first)
                                            : QStringLiteral("%1-%2").arg(range.first).arg(range.last));
    return parts.join(QStringLiteral(", "));
}

Result<QList<Micros>> Policies::gapsFromText(const QString& text)
{
    QString bare = text;
    return policyFromName(QString(QStringLiteral("list:") + bare.remove(u' ')))
        .map([](const RetryPolicy& policy) { return policy.gaps; });
}

QString Policies::gapsText(const QList<Micros>& gaps)
{
    QStringList parts;
    for (const Micros gap : gaps)
        parts << QString::number(seconds(gap), 'g', 12);
    return parts.join(QStringLiteral(", "));
}

PolicyPreview Policies::preview(const RetryPolicy& policy, const QList<Downtime>& downtimes)
{
    PolicyPreview preview;
    preview.policy = policy;
    preview.plan = plan(policy, 0);
    preview.words = describe(policy);
    preview.end = endOf(policy);
    if (downtimes.isEmpty())
        return preview;
    QList<PlannedOutage> outages;
    for (const Downtime& downtime : downtimes)
        outages.append({downtime.from, downtime.to});
    const auto result = previewOutage(preview.plan, outages);
    preview.fails = result.fails;
    preview.survivesAt = result.survivesAt;
    preview.deliveredAfter = result.deliveredAfter;
    return preview;
}

Answer<PolicyPreview> Policies::preview(const QString& name, const QString& provider,
                                        const QList<Downtime>& downtimes)
{
    return resolve(name, provider).then(this, [downtimes](const Result<RetryPolicy>& policy) {
        return policy.map([&](const RetryPolicy& found) { return preview(found, downtimes); });
    });
}

Result<Downtime> Policies::downtimeFromText(const QString& text)
{
    return outageFromText(text).map([](const auto& outage) { return Downtime{outage.from, outage.to}; });
}

} // namespace hookworks
