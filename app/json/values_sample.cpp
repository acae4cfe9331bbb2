// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_sample.h"

#include "json/made.h"

namespace hookworks {

using namespace Qt::StringLiterals;

JsonValue sampleJson(const SampleBody& sample, Bodies bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"name"_s, JsonValue::string(sample.name));
    object.append(u"provider"_s, textOrNull(sample.provider));
    object.append(u"event"_s, textOrNull(sample.event));
    object.append(u"contentType"_s, textOrNull(sample.contentType));
    object.append(u"createdAt"_s, JsonValue::string(toIso(sample.createdAt)));
    if (bodies == Bodies::Leave)
        return object;
    object.append(u"bodyBytes"_s, JsonValue::number(qint64(sample.body.size())));
    object.append(u"bodyBase64"_s, base64Json(sample.body));
    return object;
}

} // namespace hookworks
