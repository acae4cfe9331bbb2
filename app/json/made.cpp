// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/made.h"

#include <QStringDecoder>

namespace hookworks {

namespace {

std::optional<QString> fromUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

/// `micros` over ten to the power of `places`, with at least `least` digits of fraction.
JsonValue fractionJson(qint64 micros, int places, qsizetype least)
{
    QString digits = QString::number(std::abs(micros)).rightJustified(places + 1, u'0');
    QString fraction = digits.last(places);
    while (fraction.size() > least && fraction.endsWith(u'0'))
        fraction.chop(1);
    JsonValue value = JsonValue::number(qint64(0));
    value.text = (micros < 0 ? QStringLiteral("-") : QString()) + digits.chopped(places);
    if (!fraction.isEmpty())
        value.text += u'.' + fraction;
    return value;
}

JsonValue pairJson(JsonValue name, JsonValue value)
{
    JsonValue pair = JsonValue::array();
    pair.append(std::move(name));
    pair.append(std::move(value));
    return pair;
}

JsonValue exactValueJson(const QByteArray& value)
{
    if (auto text = exactText(value))
        return std::move(*text);
    JsonValue object = JsonValue::object();
    object.append(QStringLiteral("base64"), base64Json(value));
    return object;
}

} // namespace

QString readableText(const QByteArray& bytes)
{
    const auto text = fromUtf8(bytes);
    return text ? *text : QString::fromLatin1(bytes);
}

std::optional<JsonValue> exactText(const QByteArray& bytes)
{
    const auto text = fromUtf8(bytes);
    return text ? std::optional(JsonValue::string(*text)) : std::nullopt;
}

JsonValue base64Json(const QByteArray& bytes)
{
    return JsonValue::string(QString::fromLatin1(bytes.toBase64()));
}

JsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? JsonValue() : JsonValue::string(text);
}

JsonValue headersJson(const HeaderList& headers)
{
    return arrayJson(headers.fields, [](const Header& field) {
        return pairJson(JsonValue::string(readableText(field.name)),
                        JsonValue::string(readableText(field.value)));
    });
}

JsonValue exactHeadersJson(const HeaderList& headers)
{
    return arrayJson(headers.fields, [](const Header& field) {
        return pairJson(JsonValue::string(readableText(field.name)), exactValueJson(field.value));
    });
}

JsonValue textsJson(const QStringList& texts)
{
    return arrayJson(texts, &JsonValue::string);
}

JsonValue secondsJson(Micros duration)
{
    return fractionJson(duration.count(), 6, 0);
}

JsonValue shortMillisecondsJson(Micros duration)
{
    return fractionJson(duration.count(), 3, 0);
}

JsonValue secondsJson(const std::optional<Micros>& duration)
{
    return duration ? secondsJson(*duration) : JsonValue();
}

JsonValue millisecondsJson(Micros duration)
{
    return fractionJson(duration.count(), 3, 1);
}

JsonValue millisecondsJson(const std::optional<Micros>& duration)
{
    return duration ? millisecondsJson(*duration) : JsonValue();
}

} // namespace hookworks
