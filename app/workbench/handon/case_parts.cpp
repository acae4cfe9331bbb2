// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/case_parts.h"

#include "workbench/inspect/hand_on_text.h"

namespace hookworks {

namespace {

constexpr qsizetype longestText = 64 * 1024;

} // namespace

JsonValue caseBytesJson(const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return {};
    if (auto text = exactText(bytes))
        return std::move(*text);
    JsonValue object = JsonValue::object();
    object.append(QStringLiteral("base64"), base64Json(bytes));
    return object;
}

QByteArray caseBytesOf(const JsonValue& value, const JsonPath& path, JsonReading& reading)
{
    if (value.isString())
        return value.text.toUtf8();
    if (value.isNull())
        return {};
    ObjectReader object(value, path, reading);
    object.require(u"base64");
    return object.base64(u"base64").value_or(QByteArray());
}

QByteArray takeCaseBytes(ObjectReader& object, QStringView key)
{
    const JsonValue* value = object.take(key);
    return value ? caseBytesOf(*value, object.pathOf(key), object.reading()) : QByteArray();
}

JsonValue caseFieldsJson(const HeaderList& fields)
{
    return arrayJson(fields.fields, [](const Header& field) {
        JsonValue pair = JsonValue::array();
        pair.append(caseBytesJson(field.name));
        pair.append(caseBytesJson(field.value));
        return pair;
    });
}

HeaderList takeCaseFields(ObjectReader& object, QStringView key)
{
    HeaderList fields;
    for (const auto& [pair, path] : object.items(key)) {
        if (pair->items.size() != 2) {
            object.reading().refuse(path, pair->offset,
                                    HandOnText::tr("A field must be [\"Name\", \"value\"]"));
            return fields;
        }
        fields.append(caseBytesOf(pair->items[0], path.child(qsizetype(0)), object.reading()),
                      caseBytesOf(pair->items[1], path.child(1), object.reading()));
    }
    return fields;
}

std::optional<Micros> takePhase(ObjectReader& object, QStringView key)
{
    return object.duration(key, std::chrono::milliseconds(1));
}

QString takeCaseText(ObjectReader& object, QStringView key)
{
    const QString text = object.text(key).value_or(QString());
    if (text.size() > longestText)
        object.refuse(key, HandOnText::tr("This text is longer than %1 characters").arg(longestText));
    return text;
}

Mark takeCaseMark(ObjectReader& object)
{
    const auto mark = markFromText(takeCaseText(object, u"mark"));
    if (!mark)
        object.refuse(u"mark", HandOnText::tr("This is no mark"));
    return mark.value_or(Mark());
}

} // namespace hookworks
