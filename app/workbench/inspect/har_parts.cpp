// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/har_parts.h"

#include "json/made.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

JsonValue namedJson(const QString& name, const QString& value)
{
    JsonValue pair = JsonValue::object();
    pair.append(u"name"_s, JsonValue::string(name));
    pair.append(u"value"_s, JsonValue::string(value));
    return pair;
}

/// `name=value` as a pair; without `=` all of it is the name.
std::pair<QByteArray, QByteArray> split(const QByteArray& text)
{
    const qsizetype equals = text.indexOf('=');
    return equals < 0 ? std::pair(text, QByteArray())
                      : std::pair(text.first(equals), text.sliced(equals + 1));
}

JsonValue cookieJson(const QByteArray& pair)
{
    const auto [name, value] = split(pair.trimmed());
    return namedJson(readableText(name.trimmed()), readableText(value.trimmed()));
}

/// Bytes that are not text stay percent-encoded.
QString parameterText(const QByteArray& text)
{
    const QByteArray plain = QByteArray::fromPercentEncoding(QByteArray(text).replace('+', ' '));
    return readableText(isUtf8(plain) ? plain : text);
}

/// The forms of RFC 9110, 5.6.7 that cookies come with; null: none of them.
QDateTime expiryOf(const QString& text)
{
    for (const QString& form : {u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s, u"ddd, dd-MMM-yyyy hh:mm:ss 'GMT'"_s}) {
        QDateTime date = QLocale::c().toDateTime(text, form);
        date.setTimeSpec(Qt::UTC);
        if (date.isValid())
            return date;
    }
    return {};
}

void appendAttribute(JsonValue& cookie, const QByteArray& attribute)
{
    const auto [name, value] = split(attribute.trimmed());
    const QString key = readableText(name).toLower();
    const QString text = readableText(value);
    if (key == u"path" || key == u"domain")
        cookie.append(key, JsonValue::string(text));
    else if (key == u"httponly")
        cookie.append(u"httpOnly"_s, JsonValue::boolean(true));
    else if (key == u"secure")
        cookie.append(u"secure"_s, JsonValue::boolean(true));
    else if (const QDateTime date = expiryOf(text); key == u"expires" && date.isValid())
        cookie.append(u"expires"_s, JsonValue::string(date.toString(Qt::ISODate)));
}

JsonValue setCookieJson(const QByteArray& value)
{
    const QByteArrayList pieces = value.split(';');
    JsonValue cookie = cookieJson(pieces.first());
    for (const QByteArray& attribute : pieces.sliced(1))
        appendAttribute(cookie, attribute);
    return cookie;
}

JsonValue phaseJson(const std::optional<Micros>& phase)
{
    return phase ? shortMillisecondsJson(*phase) : JsonValue::number(qint64(-1));
}

} // namespace

JsonValue harHeaders(const HeaderList& headers)
{
    return arrayJson(headers.fields, [](const Header& field) {
        return namedJson(readableText(field.name), readableText(field.value));
    });
}

JsonValue harCookies(const HeaderList& headers)
{
    JsonValue cookies = JsonValue::array();
    for (const QByteArray& value : headers.values("Cookie")) {
        for (const QByteArray& pair : value.split(';')) {
            if (!pair.trimmed().isEmpty())
                cookies.append(cookieJson(pair));
        }
    }
    return cookies;
}

JsonValue harSetCookies(const HeaderList& headers)
{
    return arrayJson(headers.values("Set-Cookie"), setCookieJson);
}

JsonValue harQuery(const QByteArray& target)
{
    JsonValue list = JsonValue::array();
    const QByteArray query = target.contains('?') ? target.sliced(target.indexOf('?') + 1) : QByteArray();
    for (const QByteArray& piece :
         query.first(query.indexOf('#') < 0 ? query.size() : query.indexOf('#')).split('&')) {
        const auto [name, value] = split(piece);
        if (!piece.isEmpty())
            list.append(namedJson(parameterText(name), parameterText(value)));
    }
    return list;
}

JsonValue harTimings(const HarTimings& timings)
{
    JsonValue object = JsonValue::object();
    object.append(u"blocked"_s, phaseJson(timings.blocked));
    object.append(u"dns"_s, phaseJson(timings.dns));
    object.append(u"connect"_s, phaseJson(timings.connect));
    object.append(u"send"_s, shortMillisecondsJson(timings.send.value_or(Micros(0))));
    object.append(u"wait"_s, shortMillisecondsJson(timings.wait.value_or(Micros(0))));
    object.append(u"receive"_s, shortMillisecondsJson(timings.receive.value_or(Micros(0))));
    object.append(u"ssl"_s, phaseJson(timings.ssl));
    return object;
}

JsonValue harTime(const HarTimings& timings)
{
    Micros sum(0);
    for (const auto& phase :
         {timings.blocked, timings.dns, timings.connect, timings.send, timings.wait, timings.receive})
        sum += phase.value_or(Micros(0));
    return shortMillisecondsJson(sum);
}

} // namespace hookworks
