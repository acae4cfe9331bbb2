// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/policies.h"

#include "delivery/outage.h"
#include "delivery/planner.h"
#include "delivery/policy_names.h"
#include "workbench/provider_side.h"
#include "workbench/session.h"

namespace hookworks {

namespace {

const QLatin1String providersOwn("provider");

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

Result<RetryPolicy> Policies::named(const QString& name, const QString& provider)
{
    return name == providersOwn ? providerPolicy(provider) : policyFromName(name);
}

Answer<RetryPolicy> Policies::resolve(const QString& name, const QString& provider)
{
    return m_session->store().read([name, provider](Reader& reader) -> Result<RetryPolicy> {
        auto policy = reader.policy(name);
        return policy ? policy : named(name, provider);
    });
}

Answer<void> Policies::put(const RetryPolicy& policy)
{
    if (policy.name.trimmed().isEmpty() || named(policy.name, QString()))
        return readyAnswer<void>(
            fail(ErrorCode::BadInput,
                 tr("\"%1\" cannot name an own policy: the name is empty, or stands for a schedule already.")
                     .arg(policy.name)));
    return m_session->store().write([policy](Writer& writer) { return writer.putPolicy(policy); });
}

Answer<RetryPolicy> Policies::remove(const QString& name)
{
    return m_session->store().write([name](Writer& writer) { return writer.removePolicy(name); });
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
