// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_quota.h"

#include "json/made.h"
#include "json/object_reader.h"

namespace hookworks {

using namespace Qt::StringLiterals;

JsonValue quotaJson(const CaptureQuota& quota)
{
    JsonValue object = JsonValue::object();
    object.append(u"bytes"_s, JsonValue::number(quota.bytes));
    object.append(u"count"_s, quota.count ? JsonValue::number(*quota.count) : JsonValue());
    object.append(u"ageSeconds"_s, secondsJson(quota.age));
    object.append(u"atQuota"_s, JsonValue::string(toString(quota.atQuota)));
    return object;
}

Result<CaptureQuota> quotaFromJson(QByteArrayView text, JsonSource source)
{
    return readJsonObject(text, source, [](ObjectReader& object) {
        CaptureQuota quota;
        quota.bytes = object.integer(u"bytes", 1, largestQuotaBytes).value_or(quota.bytes);
        quota.count = object.integer(u"count", 1, largestQuotaCount);
        quota.age = object.duration(u"ageSeconds", std::chrono::seconds(1));
        quota.atQuota = object.word(u"atQuota", &atQuotaFromString).value_or(quota.atQuota);
        return quota;
    });
}

} // namespace hookworks
