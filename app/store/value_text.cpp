// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/value_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hookworks {

namespace {

using Kind = RetryPolicy::Kind;

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

QJsonValue micros(const std::optional<Micros>& duration)
{
    return duration ? QJsonValue(qint64(duration->count())) : QJsonValue();
}

std::optional<Micros> microsOf(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(Micros(value.toInteger())) : std::nullopt;
}

QJsonArray statusesOf(const RetryPolicy& policy)
{
    QJsonArray ranges;
    for (const StatusRange& range : policy.retryStatuses)
        ranges.append(QJsonArray{range.first, range.last});
    return ranges;
}

QJsonArray gapsOf(const RetryPolicy& policy)
{
    QJsonArray gaps;
    for (const Micros gap : policy.gaps)
        gaps.append(qint64(gap.count()));
    return gaps;
}

} // namespace

QString policyText(const RetryPolicy& policy)
{
    const QJsonObject object{{key("name"), policy.name},
                             {key("kind"), int(policy.kind)},
                             {key("firstGap"), micros(policy.firstGap)},
                             {key("factor"), policy.factor},
                             {key("increment"), micros(policy.increment)},
                             {key("gapCap"), micros(policy.gapCap)},
                             {key("count"), policy.count},
                             {key("countIncludesFirst"), policy.countIncludesFirst},
                             {key("gaps"), gapsOf(policy)},
                             {key("jitter"), policy.jitter},
                             {key("honourRetryAfter"), policy.honourRetryAfter},
                             {key("retryAfterCap"), micros(policy.retryAfterCap)},
                             {key("retryStatuses"), statusesOf(policy)},
                             {key("goneDisables"), policy.goneDisables},
                             {key("disableAfterDays"),
                              policy.disableAfterDays ? QJsonValue(*policy.disableAfterDays) : QJsonValue()},
                             {key("timeout"), micros(policy.timeout)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<RetryPolicy> policyFromText(const QString& text)
{
    const auto document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return fail(ErrorCode::Damaged,
                    QCoreApplication::translate("hookworks", "A stored retry policy cannot be read."));
    const QJsonObject object = document.object();
    RetryPolicy policy;
    policy.name = object[key("name")].toString();
    policy.kind = Kind(object[key("kind")].toInt());
    policy.firstGap = microsOf(object[key("firstGap")]).value_or(Micros(0));
    policy.factor = object[key("factor")].toDouble();
    policy.increment = microsOf(object[key("increment")]).value_or(Micros(0));
    policy.gapCap = microsOf(object[key("gapCap")]);
    policy.count = object[key("count")].toInt();
    policy.countIncludesFirst = object[key("countIncludesFirst")].toBool();
    for (const auto& gap : object[key("gaps")].toArray())
        policy.gaps.append(Micros(gap.toInteger()));
    policy.jitter = object[key("jitter")].toDouble();
    policy.honourRetryAfter = object[key("honourRetryAfter")].toBool();
    policy.retryAfterCap = microsOf(object[key("retryAfterCap")]).value_or(policy.retryAfterCap);
    for (const auto& range : object[key("retryStatuses")].toArray())
        policy.retryStatuses.append({range[0].toInt(), range[1].toInt()});
    policy.goneDisables = object[key("goneDisables")].toBool();
    if (const auto days = object[key("disableAfterDays")]; days.isDouble())
        policy.disableAfterDays = days.toInt();
    policy.timeout = microsOf(object[key("timeout")]);
    return policy;
}

} // namespace hookworks
