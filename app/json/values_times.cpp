// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_times.h"

#include "json/made.h"

namespace hookworks {

using namespace Qt::StringLiterals;

void appendTimings(JsonValue& object, const AttemptTimings& timings)
{
    object.append(u"queueMs"_s, millisecondsJson(timings.queue));
    object.append(u"connectMs"_s, millisecondsJson(timings.connect));
    object.append(u"tlsMs"_s, millisecondsJson(timings.tls));
    object.append(u"sendMs"_s, millisecondsJson(timings.send));
    object.append(u"waitMs"_s, millisecondsJson(timings.wait));
    object.append(u"receiveMs"_s, millisecondsJson(timings.receive));
}

void appendTimings(JsonValue& object, const CaptureTimings& timings)
{
    object.append(u"acceptMs"_s, millisecondsJson(timings.accept));
    object.append(u"readMs"_s, millisecondsJson(timings.read));
    object.append(u"thinkMs"_s, millisecondsJson(timings.think));
    object.append(u"writeMs"_s, millisecondsJson(timings.write));
}

void appendTimings(JsonValue& object, const ForwardTimings& timings)
{
    object.append(u"lookUpMs"_s, millisecondsJson(timings.lookUp));
    object.append(u"connectMs"_s, millisecondsJson(timings.connect));
    object.append(u"tlsMs"_s, millisecondsJson(timings.tls));
    object.append(u"sendMs"_s, millisecondsJson(timings.send));
    object.append(u"waitMs"_s, millisecondsJson(timings.wait));
    object.append(u"receiveMs"_s, millisecondsJson(timings.receive));
}

JsonValue tlsJson(const std::optional<TlsInfo>& tls)
{
    if (!tls)
        return {};
    JsonValue object = JsonValue::object();
    object.append(u"version"_s, JsonValue::string(tls->version));
    object.append(u"cipher"_s, JsonValue::string(tls->cipher));
    object.append(u"clientSubject"_s, textOrNull(tls->clientSubject));
    return object;
}

} // namespace hookworks
