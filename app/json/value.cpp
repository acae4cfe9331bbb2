// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"

#include "json/reader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace hookworks {

JsonValue JsonValue::boolean(bool value)
{
    JsonValue made;
    made.kind = Kind::Bool;
    made.flag = value;
    return made;
}

JsonValue JsonValue::string(const QString& value)
{
    JsonValue made;
    made.kind = Kind::String;
    made.text = value;
    return made;
}

JsonValue JsonValue::number(qint64 value)
{
    JsonValue made;
    made.kind = Kind::Number;
    made.text = QString::number(value);
    return made;
}

JsonValue JsonValue::number(double value)
{
    JsonValue made;
    made.kind = Kind::Number;
    made.text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    return made;
}

JsonValue JsonValue::array()
{
    JsonValue made;
    made.kind = Kind::Array;
    return made;
}

JsonValue JsonValue::object()
{
    JsonValue made;
    made.kind = Kind::Object;
    return made;
}

const JsonValue* JsonValue::find(QStringView key) const
{
    const auto it =
        std::find_if(members.rbegin(), members.rend(), [&](const auto& member) { return member.key == key; });
    return it == members.rend() ? nullptr : &it->value;
}

JsonValue* JsonValue::find(QStringView key)
{
    const auto it =
        std::find_if(members.rbegin(), members.rend(), [&](const auto& member) { return member.key == key; });
    return it == members.rend() ? nullptr : &it->value;
}

void JsonValue::append(const QString& key, JsonValue value)
{
    members.push_back({key, std::move(value), -1});
}

void JsonValue::append(JsonValue value)
{
    items.push_back(std::move(value));
}

bool JsonValue::operator==(const JsonValue& other) const
{
    return kind == other.kind && flag == other.flag && text == other.text && items == other.items &&
           members == other.members;
}

TextPosition positionAt(QByteArrayView text, qint64 offset)
{
    const QByteArrayView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return {static_cast<int>(std::ranges::count(before, '\n')) + 1,
            static_cast<int>(std::ranges::count_if(before.sliced(lineStart), starts)) + 1, before.size()};
}

tl::expected<JsonValue, JsonProblem> readJson(QByteArrayView text)
{
    return JsonReader(text).read();
}

Result<JsonValue> parseJson(QByteArrayView text)
{
    auto value = readJson(text);
    if (value)
        return std::move(*value);
    const TextPosition& place = value.error().position;
    return fail(ErrorCode::BadInput,
                QCoreApplication::translate("hookworks", "Line %1, column %2 (byte %3): %4")
                    .arg(place.line)
                    .arg(place.column)
                    .arg(place.offset)
                    .arg(value.error().words));
}

} // namespace hookworks
