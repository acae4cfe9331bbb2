// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_policy.h"

#include "domain/retry_policy_kind.h"
#include "json/made.h"
#include "json/object_reader.h"

#include <QCoreApplication>

#include <limits>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;
using Kind = RetryPolicy::Kind;

JsonValue rangeJson(const StatusRange& range)
{
    JsonValue pair = JsonValue::array();
    pair.append(JsonValue::number(qint64(range.first)));
    pair.append(JsonValue::number(qint64(range.last)));
    return pair;
}

JsonValue gapJson(Micros gap)
{
    return secondsJson(gap);
}

QList<Micros> takeGaps(ObjectReader& object)
{
    QList<Micros> gaps;
    for (const auto& [item, path] : object.items(u"gapsSeconds")) {
        const double length = item->isNumber() ? item->text.toDouble() : -1;
        if (length >= 0 && length <= 3.2e9)
            gaps << microsFromSeconds(length);
        else
            object.reading().refuse(
                path, item->offset,
                QCoreApplication::translate("hookworks", "A gap must be a number of seconds"));
    }
    return gaps;
}

QList<StatusRange> takeRanges(ObjectReader& object)
{
    QList<StatusRange> ranges;
    for (const auto& [item, path] : object.items(u"retryStatuses")) {
        const auto status = [&item = *item](size_t which) {
            return which < item.items.size() ? item.items[which].text.toInt() : 0;
        };
        const StatusRange range{status(0), status(1)};
        const bool good =
            item->items.size() == 2 && 100 <= range.first && range.first <= range.last && range.last <= 999;
        if (!good && object.reading().checksValues())
            object.reading().refuse(
                path, item->offset,
                QCoreApplication::translate("hookworks", "A range of statuses must be [first, last]"));
        ranges << range;
    }
    return ranges;
}

void takeGrowth(ObjectReader& object, RetryPolicy& policy)
{
    policy.firstGap = object.duration(u"firstGapSeconds", ObjectReader::inSeconds).value_or(policy.firstGap);
    policy.factor = object.real(u"factor", 0, 1e6).value_or(policy.factor);
    policy.increment =
        object.duration(u"incrementSeconds", ObjectReader::inSeconds).value_or(policy.increment);
    policy.gapCap = object.duration(u"gapCapSeconds", ObjectReader::inSeconds);
    policy.count =
        static_cast<int>(object.integer(u"count", 0, std::numeric_limits<int>::max()).value_or(policy.count));
    policy.countIncludesFirst = object.flag(u"countIncludesFirst").value_or(policy.countIncludesFirst);
    policy.gaps = takeGaps(object);
}

void takeConduct(ObjectReader& object, RetryPolicy& policy)
{
    policy.jitter = object.real(u"jitter", 0, 1).value_or(policy.jitter);
    policy.honourRetryAfter = object.flag(u"honourRetryAfter").value_or(policy.honourRetryAfter);
    policy.retryAfterCap =
        object.duration(u"retryAfterCapSeconds", ObjectReader::inSeconds).value_or(policy.retryAfterCap);
    policy.retryStatuses = takeRanges(object);
    policy.goneDisables = object.flag(u"goneDisables").value_or(policy.goneDisables);
    if (const auto days = object.integer(u"disableAfterDays", 1, 36500))
        policy.disableAfterDays = static_cast<int>(*days);
    policy.timeout = object.duration(u"timeoutSeconds", ObjectReader::inSeconds);
}

} // namespace

JsonValue policyJson(const RetryPolicy& policy)
{
    JsonValue object = JsonValue::object();
    object.append(u"name"_s, JsonValue::string(policy.name));
    object.append(u"kind"_s, JsonValue::string(toString(policy.kind)));
    object.append(u"firstGapSeconds"_s, secondsJson(policy.firstGap));
    object.append(u"factor"_s, JsonValue::number(policy.factor));
    object.append(u"incrementSeconds"_s, secondsJson(policy.increment));
    object.append(u"gapCapSeconds"_s, secondsJson(policy.gapCap));
    object.append(u"count"_s, JsonValue::number(qint64(policy.count)));
    object.append(u"countIncludesFirst"_s, JsonValue::boolean(policy.countIncludesFirst));
    object.append(u"gapsSeconds"_s, arrayJson(policy.gaps, gapJson));
    object.append(u"jitter"_s, JsonValue::number(policy.jitter));
    object.append(u"honourRetryAfter"_s, JsonValue::boolean(policy.honourRetryAfter));
    object.append(u"retryAfterCapSeconds"_s, secondsJson(policy.retryAfterCap));
    object.append(u"retryStatuses"_s, arrayJson(policy.retryStatuses, rangeJson));
    object.append(u"goneDisables"_s, JsonValue::boolean(policy.goneDisables));
    object.append(u"disableAfterDays"_s, policy.disableAfterDays
                                             ? JsonValue::number(qint64(*policy.disableAfterDays))
                                             : JsonValue());
    object.append(u"timeoutSeconds"_s, secondsJson(policy.timeout));
    return object;
}

Result<RetryPolicy> policyFromJson(QByteArrayView text, JsonSource source)
{
    return readJsonObject(text, source, [](ObjectReader& object) {
        RetryPolicy policy;
        object.require(u"name");
        object.require(u"kind");
        policy.name = object.text(u"name").value_or(QString());
        policy.kind = object.word(u"kind", &retryPolicyKindFromString).value_or(Kind::None);
        takeGrowth(object, policy);
        takeConduct(object, policy);
        return policy;
    });
}

} // namespace hookworks
