// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_listener.h"

#include "json/made.h"
#include "json/object_reader.h"
#include "json/values_rules.h"

#include <limits>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

JsonValue limitsJson(const ListenerLimits& limits)
{
    JsonValue object = JsonValue::object();
    object.append(u"headBytes"_s, JsonValue::number(limits.headBytes));
    object.append(u"fields"_s, JsonValue::number(qint64(limits.fields)));
    object.append(u"targetBytes"_s, JsonValue::number(limits.targetBytes));
    object.append(u"bodyBytes"_s, JsonValue::number(limits.bodyBytes));
    object.append(u"connections"_s, JsonValue::number(qint64(limits.connections)));
    object.append(u"headSeconds"_s, secondsJson(limits.headTime));
    object.append(u"bodySeconds"_s, secondsJson(limits.bodyTime));
    object.append(u"bodyRateBytes"_s, JsonValue::number(limits.bodyRate));
    object.append(u"idleSeconds"_s, secondsJson(limits.idleTime));
    return object;
}

int takeCount(ObjectReader& object, QStringView key, int otherwise)
{
    return static_cast<int>(object.integer(key, 1, std::numeric_limits<int>::max()).value_or(otherwise));
}

qint64 takeBytes(ObjectReader& object, QStringView key, qint64 otherwise)
{
    return object.integer(key, 0, std::numeric_limits<qint64>::max()).value_or(otherwise);
}

ListenerLimits readLimits(ObjectReader object)
{
    ListenerLimits limits;
    limits.headBytes = takeBytes(object, u"headBytes", limits.headBytes);
    limits.fields = takeCount(object, u"fields", limits.fields);
    limits.targetBytes = takeBytes(object, u"targetBytes", limits.targetBytes);
    limits.bodyBytes = takeBytes(object, u"bodyBytes", limits.bodyBytes);
    limits.connections = takeCount(object, u"connections", limits.connections);
    limits.headTime = object.duration(u"headSeconds", ObjectReader::inSeconds).value_or(limits.headTime);
    limits.bodyTime = object.duration(u"bodySeconds", ObjectReader::inSeconds).value_or(limits.bodyTime);
    limits.bodyRate = takeBytes(object, u"bodyRateBytes", limits.bodyRate);
    limits.idleTime = object.duration(u"idleSeconds", ObjectReader::inSeconds).value_or(limits.idleTime);
    object.end();
    return limits;
}

} // namespace

JsonValue listenerJson(const ListenerConfig& listener)
{
    JsonValue object = JsonValue::object();
    object.append(u"name"_s, JsonValue::string(listener.name));
    object.append(u"address"_s, JsonValue::string(listener.address));
    object.append(u"port"_s, JsonValue::number(qint64(listener.port)));
    object.append(u"enabled"_s, JsonValue::boolean(listener.enabled));
    object.append(u"tls"_s, JsonValue::boolean(listener.tls));
    object.append(u"certificateFile"_s, textOrNull(listener.certificateFile));
    object.append(u"keyFile"_s, textOrNull(listener.keyFile));
    object.append(u"askClientCertificate"_s, JsonValue::boolean(listener.askClientCertificate));
    object.append(u"clientAuthorityFile"_s, textOrNull(listener.clientAuthorityFile));
    object.append(u"rules"_s, ruleListJson(listener.rules));
    object.append(u"limits"_s, limitsJson(listener.limits));
    return object;
}

Result<ListenerConfig> listenerFromJson(QByteArrayView text, JsonSource source)
{
    return readJsonObject(text, source, [](ObjectReader& object) {
        ListenerConfig listener;
        listener.name = object.text(u"name").value_or(listener.name);
        listener.address = object.text(u"address").value_or(listener.address);
        listener.port = static_cast<quint16>(object.integer(u"port", 0, 65535).value_or(listener.port));
        listener.enabled = object.flag(u"enabled").value_or(listener.enabled);
        listener.tls = object.flag(u"tls").value_or(listener.tls);
        listener.certificateFile = object.text(u"certificateFile").value_or(QString());
        listener.keyFile = object.text(u"keyFile").value_or(QString());
        listener.askClientCertificate = object.flag(u"askClientCertificate").value_or(false);
        listener.clientAuthorityFile = object.text(u"clientAuthorityFile").value_or(QString());
        listener.rules = takeRules(object, u"rules");
        if (auto limits = object.object(u"limits"))
            listener.limits = readLimits(std::move(*limits));
        return listener;
    });
}

} // namespace hookworks
