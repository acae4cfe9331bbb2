// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/object_reader.h"

#include <QCoreApplication>

#include <cmath>

namespace hookworks {

namespace {

QString kindWords(JsonValue::Kind kind)
{
    switch (kind) {
    case JsonValue::Kind::Null:
        return QCoreApplication::translate("hookworks", "This must be null");
    case JsonValue::Kind::Bool:
        return QCoreApplication::translate("hookworks", "This must be true or false");
    case JsonValue::Kind::Number:
        return QCoreApplication::translate("hookworks", "This must be a number");
    case JsonValue::Kind::String:
        return QCoreApplication::translate("hookworks", "This must be a text in double quotes");
    case JsonValue::Kind::Array:
        return QCoreApplication::translate("hookworks", "This must be an array");
    case JsonValue::Kind::Object:
        break;
    }
    return QCoreApplication::translate("hookworks", "This must be an object");
}

QString rangeWords(double min, double max)
{
    return QCoreApplication::translate("hookworks", "This must be from %1 to %2")
        .arg(min, 0, 'g', 12)
        .arg(max, 0, 'g', 12);
}

QString pairWords()
{
    return QCoreApplication::translate("hookworks", "A header must be [\"Name\", \"value\"]");
}

/// Reads one `["Name", "value"]`, or `["Name", {"base64": …}]` for a value that is no text.
class HeaderPairReader
{
public:
    explicit HeaderPairReader(JsonReading& reading)
        : m_reading(reading)
    {
    }

    std::optional<Header> read(const JsonValue& pair, const JsonPath& path)
    {
        const bool isPair = pair.isArray() && pair.items.size() == 2 && pair.items[0].isString();
        if (!isPair) {
            m_reading.refuse(path, pair.offset, pairWords());
            return std::nullopt;
        }
        const QByteArray name = pair.items[0].text.toUtf8();
        const auto value = valueOf(pair.items[1], path.child(1));
        if (m_reading.checksValues() && !isToken(name))
            m_reading.refuse(path.child(qsizetype(0)), pair.items[0].offset,
                             QCoreApplication::translate("hookworks", "This is no name of an HTTP header"));
        else if (m_reading.checksValues() && value && !isFieldValue(*value))
            m_reading.refuse(path.child(1), pair.items[1].offset,
                             QCoreApplication::translate("hookworks", "This is no value of an HTTP header"));
        return value ? std::optional(Header{name, *value}) : std::nullopt;
    }

private:
    std::optional<QByteArray> valueOf(const JsonValue& value, const JsonPath& path)
    {
        if (value.isString())
            return value.text.toUtf8();
        ObjectReader bytes(value, path, m_reading);
        bytes.require(u"base64");
        auto decodedValue = bytes.base64(u"base64");
        bytes.end();
        return decodedValue;
    }

    JsonReading& m_reading;
};

std::optional<QByteArray> decoded(const QString& text)
{
    if (const auto bytes =
            QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors))
        return *bytes;
    return std::nullopt;
}

} // namespace

void JsonReading::refuse(const JsonPath& path, qint64 offset, const QString& words)
{
    if (m_problem)
        return;
    const TextPosition place = positionAt(m_text, offset);
    m_problem =
        Error{ErrorCode::BadInput,
              QCoreApplication::translate("hookworks", "Line %1, column %2 (%3): %4")
                  .arg(QString::number(place.line), QString::number(place.column), path.toString(), words),
              {}};
}

ObjectReader::ObjectReader(const JsonValue& value, JsonPath path, JsonReading& reading)
    : m_value(&value)
    , m_path(std::move(path))
    , m_reading(&reading)
{
    if (!value.isObject())
        refuse(m_path, value, kindWords(JsonValue::Kind::Object));
}

const JsonValue* ObjectReader::take(QStringView key)
{
    m_taken.insert(key.toString());
    return m_value->find(key);
}

const JsonValue* ObjectReader::take(QStringView key, JsonValue::Kind kind)
{
    const JsonValue* value = take(key);
    if (value == nullptr || value->isNull())
        return nullptr;
    if (value->kind == kind)
        return value;
    refuse(pathOf(key), *value, kindWords(kind));
    return nullptr;
}

std::optional<QString> ObjectReader::text(QStringView key)
{
    const JsonValue* value = take(key, JsonValue::Kind::String);
    return value != nullptr ? std::optional(value->text) : std::nullopt;
}

std::optional<bool> ObjectReader::flag(QStringView key)
{
    const JsonValue* value = take(key, JsonValue::Kind::Bool);
    return value != nullptr ? std::optional(value->flag) : std::nullopt;
}

std::optional<double> ObjectReader::number(QStringView key, double min, double max)
{
    const JsonValue* value = take(key, JsonValue::Kind::Number);
    if (value == nullptr)
        return std::nullopt;
    const double number = value->text.toDouble();
    const bool good =
        std::isfinite(number) && (!reading().checksValues() || (number >= min && number <= max));
    if (!good)
        refuse(pathOf(key), *value, rangeWords(min, max));
    return good ? std::optional(number) : std::nullopt;
}

std::optional<qint64> ObjectReader::integer(QStringView key, qint64 min, qint64 max)
{
    const JsonValue* value = take(key, JsonValue::Kind::Number);
    if (value == nullptr)
        return std::nullopt;
    bool whole = false;
    const qint64 number = value->text.toLongLong(&whole);
    if (!whole) {
        refuse(pathOf(key), *value, QCoreApplication::translate("hookworks", "This must be a whole number"));
        return std::nullopt;
    }
    if (reading().checksValues() && (number < min || number > max)) {
        refuse(pathOf(key), *value, rangeWords(static_cast<double>(min), static_cast<double>(max)));
        return std::nullopt;
    }
    return number;
}

std::optional<double> ObjectReader::real(QStringView key, double min, double max)
{
    return number(key, min, max);
}

std::optional<Micros> ObjectReader::duration(QStringView key, Micros unit)
{
    constexpr double longest = 3.2e15; // a hundred years, in microseconds
    const auto ticks = static_cast<double>(unit.count());
    const auto units = number(key, 0, longest / ticks);
    return units ? std::optional(Micros(std::llround(*units * ticks))) : std::nullopt;
}

std::optional<QByteArray> ObjectReader::base64(QStringView key)
{
    const auto written = text(key);
    auto bytes = written ? decoded(*written) : std::nullopt;
    if (written && !bytes)
        refuse(key, QCoreApplication::translate("hookworks", "This is no Base64"));
    return bytes;
}

std::optional<HeaderList> ObjectReader::headers(QStringView key)
{
    if (take(key, JsonValue::Kind::Array) == nullptr)
        return std::nullopt;
    HeaderList list;
    HeaderPairReader pairs(reading());
    for (const auto& [pair, path] : items(key)) {
        if (auto field = pairs.read(*pair, path))
            list.fields << std::move(*field);
    }
    return list;
}

std::optional<QStringList> ObjectReader::texts(QStringView key)
{
    if (take(key, JsonValue::Kind::Array) == nullptr)
        return std::nullopt;
    QStringList list;
    for (const auto& [item, path] : items(key)) {
        if (item->isString())
            list << item->text;
        else
            refuse(path, *item, kindWords(JsonValue::Kind::String));
    }
    return list;
}

QList<std::pair<QString, QString>> ObjectReader::pairs(QStringView key)
{
    QList<std::pair<QString, QString>> list;
    const JsonValue* object = take(key, JsonValue::Kind::Object);
    if (object == nullptr)
        return list;
    for (const JsonMember& member : object->members) {
        if (member.value.isString())
            list.append({member.key, member.value.text});
        else
            refuse(pathOf(key).child(member.key), member.value, kindWords(JsonValue::Kind::String));
    }
    return list;
}

std::optional<ObjectReader> ObjectReader::object(QStringView key)
{
    const JsonValue* value = take(key, JsonValue::Kind::Object);
    return value != nullptr ? std::optional(ObjectReader(*value, pathOf(key), reading())) : std::nullopt;
}

QList<std::pair<const JsonValue*, JsonPath>> ObjectReader::items(QStringView key)
{
    QList<std::pair<const JsonValue*, JsonPath>> list;
    const JsonValue* array = take(key, JsonValue::Kind::Array);
    if (array == nullptr)
        return list;
    for (const JsonValue& item : array->items)
        list.append({&item, pathOf(key).child(list.size())});
    return list;
}

void ObjectReader::require(QStringView key)
{
    if (const JsonValue* value = m_value->find(key); value == nullptr || value->isNull())
        refuse(m_path, *m_value,
               QCoreApplication::translate("hookworks", "\"%1\" is missing").arg(key.toString()));
}

void ObjectReader::refuse(QStringView key, const QString& words)
{
    if (const JsonValue* value = m_value->find(key))
        refuse(pathOf(key), *value, words);
    else
        refuse(m_path, *m_value, words);
}

void ObjectReader::refuse(const JsonPath& path, const JsonValue& value, const QString& words)
{
    reading().refuse(path, value.offset, words);
}

QString ObjectReader::notAWord(const QString& word)
{
    return QCoreApplication::translate("hookworks", "\"%1\" is no word that is known here").arg(word);
}

void ObjectReader::end()
{
    QSet<QString> seen;
    for (const JsonMember& member : m_value->members) {
        if (!m_taken.contains(member.key))
            reading().refuse(
                m_path.child(member.key), member.keyOffset,
                QCoreApplication::translate("hookworks", "\"%1\" is not known here").arg(member.key));
        else if (seen.contains(member.key))
            reading().refuse(
                m_path.child(member.key), member.keyOffset,
                QCoreApplication::translate("hookworks", "\"%1\" is here twice").arg(member.key));
        seen.insert(member.key);
    }
}

} // namespace hookworks
