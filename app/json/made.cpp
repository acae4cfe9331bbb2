// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/made.h"

#include <algorithm>

namespace hookworks {

namespace {

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

std::optional<JsonValue> exactText(const QByteArray& bytes)
{
    return isUtf8(bytes) ? std::optional(JsonValue::string(readableText(bytes))) : std::nullopt;
}

JsonValue base64Json(const QByteArray& bytes)
{
    return JsonValue::string(QString::fromLatin1(bytes.toBase64()));
}

JsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? JsonValue() : JsonValue::string(text);
}

JsonValue countOrNull(const std::optional<qint64>& count)
{
    return count ? JsonValue::number(*count) : JsonValue();
}

JsonValue markJson(const Mark& mark)
{
    if (mark.isEmpty())
        return {};
    JsonValue object = JsonValue::object();
    object.append(QStringLiteral("colour"),
                  mark.colour ? JsonValue::string(toString(*mark.colour)) : JsonValue());
    object.append(QStringLiteral("note"), textOrNull(mark.note));
    return object;
}

JsonValue headersJson(const HeaderList& headers)
{
    return arrayJson(headers.fields, [](const Header& field) {
        return pairJson(JsonValue::string(readableText(field.name)),
                        JsonValue::string(readableText(field.value)));
    });
}

JsonValue headersBase64Json(const HeaderList& headers)
{
    return arrayJson(headers.fields, [](const Header& field) {
        return pairJson(base64Json(field.name), base64Json(field.value));
    });
}

bool isUtf8(const HeaderList& headers)
{
    return std::ranges::all_of(headers.fields, [](const Header& field) {
        return isUtf8(QByteArrayView(field.name)) && isUtf8(QByteArrayView(field.value));
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
