// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/value_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hookworks {

namespace {

using Pairs = QList<std::pair<QString, QString>>;

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

/// Bytes of any kind in JSON's text.
QJsonValue fromBytes(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray toBytes(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonArray fromHeaders(const HeaderList& headers)
{
    QJsonArray array;
    for (const Header& field : headers.fields)
        array.append(QJsonArray{fromBytes(field.name), fromBytes(field.value)});
    return array;
}

HeaderList toHeaders(const QJsonValue& value)
{
    HeaderList headers;
    for (const auto& field : value.toArray())
        headers.append(toBytes(field[0]), toBytes(field[1]));
    return headers;
}

QJsonArray fromPairs(const Pairs& pairs)
{
    QJsonArray array;
    for (const auto& [name, value] : pairs)
        array.append(QJsonArray{name, value});
    return array;
}

Pairs toPairs(const QJsonValue& value)
{
    Pairs pairs;
    for (const auto& pair : value.toArray())
        pairs.append({pair[0].toString(), pair[1].toString()});
    return pairs;
}

Micros toMicros(const QJsonValue& value)
{
    return Micros(value.toInteger());
}

QJsonObject fromReply(const Reply& reply)
{
    return {{key("status"), reply.status},
            {key("headers"), fromHeaders(reply.headers)},
            {key("body"), fromBytes(reply.body)},
            {key("bodyFile"), reply.bodyFile},
            {key("delayMin"), qint64(reply.delay.min.count())},
            {key("delayMax"), qint64(reply.delay.max.count())},
            {key("fault"), reply.fault ? toString(*reply.fault) : QString()}};
}

Reply toReply(const QJsonValue& value)
{
    Reply reply;
    reply.status = value[key("status")].toInt();
    reply.headers = toHeaders(value[key("headers")]);
    reply.body = toBytes(value[key("body")]);
    reply.bodyFile = value[key("bodyFile")].toString();
    reply.delay = {toMicros(value[key("delayMin")]), toMicros(value[key("delayMax")])};
    reply.fault = faultFromString(value[key("fault")].toString());
    return reply;
}

QJsonObject fromMatch(const ReplyMatch& match)
{
    return {{key("method"), match.method},
            {key("path"), match.path},
            {key("query"), fromPairs(match.query)},
            {key("header"), fromPairs(match.header)},
            {key("body"), fromPairs(match.body)}};
}

ReplyMatch toMatch(const QJsonValue& value)
{
    return {value[key("method")].toString(), value[key("path")].toString(), toPairs(value[key("query")]),
            toPairs(value[key("header")]), toPairs(value[key("body")])};
}

QJsonObject fromAuth(const RequiredAuth& auth)
{
    return {
        {key("bearer"), auth.bearer}, {key("user"), auth.basicUser}, {key("password"), auth.basicPassword}};
}

RequiredAuth toAuth(const QJsonValue& value)
{
    return {value[key("bearer")].toString(), value[key("user")].toString(),
            value[key("password")].toString()};
}

QJsonObject fromRule(const ReplyRule& rule)
{
    QJsonArray replies;
    for (const Reply& reply : rule.replies)
        replies.append(fromReply(reply));
    return {{key("name"), rule.name},
            {key("enabled"), rule.enabled},
            {key("match"), fromMatch(rule.match)},
            {key("times"), rule.times ? QJsonValue(*rule.times) : QJsonValue()},
            {key("replies"), replies},
            {key("repeat"), rule.repeat},
            {key("probability"), rule.probability ? QJsonValue(*rule.probability) : QJsonValue()},
            {key("seed"), qint64(rule.seed)},
            {key("require"), rule.require ? QJsonValue(fromAuth(*rule.require)) : QJsonValue()},
            {key("otherwise"), rule.otherwise ? QJsonValue(fromReply(*rule.otherwise)) : QJsonValue()},
            {key("forwardTo"), rule.forwardTo}};
}

ReplyRule toRule(const QJsonValue& value)
{
    ReplyRule rule;
    rule.name = value[key("name")].toString();
    rule.enabled = value[key("enabled")].toBool();
    rule.match = toMatch(value[key("match")]);
    if (value[key("times")].isDouble())
        rule.times = value[key("times")].toInt();
    for (const auto& reply : value[key("replies")].toArray())
        rule.replies.append(toReply(reply));
    rule.repeat = value[key("repeat")].toBool();
    if (value[key("probability")].isDouble())
        rule.probability = value[key("probability")].toDouble();
    rule.seed = static_cast<quint32>(value[key("seed")].toInteger());
    if (value[key("require")].isObject())
        rule.require = toAuth(value[key("require")]);
    if (value[key("otherwise")].isObject())
        rule.otherwise = toReply(value[key("otherwise")]);
    rule.forwardTo = value[key("forwardTo")].toString();
    return rule;
}

QJsonObject fromLimits(const ListenerLimits& limits)
{
    return {{key("headBytes"), limits.headBytes},
            {key("fields"), limits.fields},
            {key("targetBytes"), limits.targetBytes},
            {key("bodyBytes"), limits.bodyBytes},
            {key("connections"), limits.connections},
            {key("headTime"), qint64(limits.headTime.count())},
            {key("bodyTime"), qint64(limits.bodyTime.count())},
            {key("idleTime"), qint64(limits.idleTime.count())}};
}

ListenerLimits toLimits(const QJsonValue& value)
{
    ListenerLimits limits;
    limits.headBytes = value[key("headBytes")].toInteger();
    limits.fields = value[key("fields")].toInt();
    limits.targetBytes = value[key("targetBytes")].toInteger();
    limits.bodyBytes = value[key("bodyBytes")].toInteger();
    limits.connections = value[key("connections")].toInt();
    limits.headTime = toMicros(value[key("headTime")]);
    limits.bodyTime = toMicros(value[key("bodyTime")]);
    limits.idleTime = toMicros(value[key("idleTime")]);
    return limits;
}

} // namespace

QString listenerText(const ListenerConfig& listener)
{
    QJsonArray rules;
    for (const ReplyRule& rule : listener.rules)
        rules.append(fromRule(rule));
    const QJsonObject object{{key("name"), listener.name},
                             {key("address"), listener.address},
                             {key("port"), listener.port},
                             {key("enabled"), listener.enabled},
                             {key("tls"), listener.tls},
                             {key("certificateFile"), listener.certificateFile},
                             {key("keyFile"), listener.keyFile},
                             {key("askClientCertificate"), listener.askClientCertificate},
                             {key("rules"), rules},
                             {key("limits"), fromLimits(listener.limits)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<ListenerConfig> listenerFromText(const QString& text)
{
    const auto document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return fail(ErrorCode::Damaged,
                    QCoreApplication::translate("hookworks", "A stored listener cannot be read."));
    const QJsonObject object = document.object();
    ListenerConfig listener;
    listener.name = object[key("name")].toString();
    listener.address = object[key("address")].toString();
    listener.port = static_cast<quint16>(object[key("port")].toInt());
    listener.enabled = object[key("enabled")].toBool();
    listener.tls = object[key("tls")].toBool();
    listener.certificateFile = object[key("certificateFile")].toString();
    listener.keyFile = object[key("keyFile")].toString();
    listener.askClientCertificate = object[key("askClientCertificate")].toBool();
    for (const auto& rule : object[key("rules")].toArray())
        listener.rules.append(toRule(rule));
    listener.limits = toLimits(object[key("limits")]);
    return listener;
}

} // namespace hookworks
