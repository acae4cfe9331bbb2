// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <concepts>
#include <optional>

namespace hookworks {

/// An object of the command line's own, on one line, with its members in the order they are added.
class JsonLine
{
public:
    void add(const char* key, const QString& text) { append(key, JsonValue::string(text)); }
    void add(const char* key, bool value) { append(key, JsonValue::boolean(value)); }
    void add(const char* key, double number) { append(key, JsonValue::number(number)); }
    template <std::integral Number>
    void add(const char* key, Number number)
    {
        append(key, JsonValue::number(static_cast<qint64>(number)));
    }
    /// null where it has no value.
    template <class Value>
    void add(const char* key, const std::optional<Value>& value)
    {
        if (value)
            add(key, *value);
        else
            append(key, JsonValue());
    }

    QByteArray text() const { return compactJson(m_object); }

private:
    void append(const char* key, JsonValue value)
    {
        m_object.append(QString::fromLatin1(key), std::move(value));
    }

    JsonValue m_object = JsonValue::object();
};

} // namespace hookworks
