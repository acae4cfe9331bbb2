// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/time.h"
#include "json/bodies.h"
#include "json/path.h"

#include <QSet>

namespace hookworks {

/// One reading of a JSON text into a value: keeps the first problem.
class JsonReading
{
public:
    explicit JsonReading(QByteArrayView text, JsonSource source = JsonSource::Person)
        : m_text(text)
        , m_source(source)
    {
    }
    /// One sentence, with line, column and path before it.
    void refuse(const JsonPath& path, qint64 offset, const QString& words);
    /// Whether values are to be looked at: ranges, HTTP's grammar.
    bool checksValues() const { return m_source == JsonSource::Person; }
    const std::optional<Error>& problem() const { return m_problem; }

private:
    QByteArrayView m_text;
    JsonSource m_source;
    std::optional<Error> m_problem;
};

/// Takes the members of one object by name, strictly. Every function answers nullopt where the member is
/// missing, or is null, or is refused (see JsonReading::problem()); end() refuses what nobody asked for.
class ObjectReader
{
public:
    ObjectReader(const JsonValue& value, JsonPath path, JsonReading& reading);

    std::optional<QString> text(QStringView key);
    std::optional<bool> flag(QStringView key);
    std::optional<qint64> integer(QStringView key, qint64 min, qint64 max);
    std::optional<double> real(QStringView key, double min, double max);
    static constexpr Micros inSeconds = std::chrono::seconds(1);
    /// A number of `unit`s, not negative, to the nearest microsecond.
    std::optional<Micros> duration(QStringView key, Micros unit);
    std::optional<QByteArray> base64(QStringView key);
    /// What `parse` makes of a string; refused where that is nothing.
    template <class Parse>
    auto word(QStringView key, Parse parse) -> decltype(parse(QStringView()));
    /// `[["Name", "value"], …]`, valid for HTTP.
    std::optional<HeaderList> headers(QStringView key);
    std::optional<QStringList> texts(QStringView key);
    /// An object of strings, in order, repeated names kept.
    QList<std::pair<QString, QString>> pairs(QStringView key);
    std::optional<ObjectReader> object(QStringView key);
    /// The items with their places; empty as well where the member is missing.
    QList<std::pair<const JsonValue*, JsonPath>> items(QStringView key);

    /// A member of any type; null pointer: none.
    const JsonValue* take(QStringView key);
    bool has(QStringView key) const { return m_value->find(key) != nullptr; }
    /// Refuses the object where the member is missing.
    void require(QStringView key);
    void refuse(QStringView key, const QString& words);
    void end();

    JsonReading& reading() const { return *m_reading; }
    JsonPath pathOf(QStringView key) const { return m_path.child(key.toString()); }

private:
    const JsonValue* take(QStringView key, JsonValue::Kind kind);
    void refuse(const JsonPath& path, const JsonValue& value, const QString& words);
    std::optional<double> number(QStringView key, double min, double max);
    static QString notAWord(const QString& word);

    const JsonValue* m_value;
    JsonPath m_path;
    JsonReading* m_reading;
    QSet<QString> m_taken;
};

template <class Parse>
auto ObjectReader::word(QStringView key, Parse parse) -> decltype(parse(QStringView()))
{
    const std::optional<QString> written = text(key);
    if (!written)
        return {};
    auto value = parse(QStringView(*written));
    if (!value)
        refuse(key, notAWord(*written));
    return value;
}

/// Parses `text` and gives its object to `read`, which answers a value; the first problem, else that value.
template <class Read>
auto readJsonObject(QByteArrayView text, JsonSource source, Read read)
    -> Result<decltype(read(std::declval<ObjectReader&>()))>
{
    const auto parsed = parseJson(text);
    if (!parsed)
        return tl::unexpected(parsed.error());
    JsonReading reading(text, source);
    ObjectReader object(*parsed, {}, reading);
    auto value = read(object);
    object.end();
    if (reading.problem())
        return tl::unexpected(*reading.problem());
    return value;
}

} // namespace hookworks
