// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>

#include <concepts>
#include <optional>

namespace hookworks {

/// An object of the command line's own, on one line, with its members in the order they are added.
class JsonLine
{
public:
    void add(const char* key, const QString& text) { addValue(key, quoted(text)); }
    void add(const char* key, bool value) { addValue(key, value ? "true" : "false"); }
    void add(const char* key, double number)
    {
        addValue(key, QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
    }
    template <std::integral Number>
    void add(const char* key, Number number)
    {
        addValue(key, QByteArray::number(number));
    }
    /// null where it has no value.
    template <class Value>
    void add(const char* key, const std::optional<Value>& value)
    {
        if (value)
            add(key, *value);
        else
            addValue(key, "null");
    }
    void addJson(const char* key, const QByteArray& json) { addValue(key, json); }

    QByteArray text() const { return '{' + m_members + '}'; }
    static QByteArray quoted(const QString& text);

private:
    void addValue(const char* key, const QByteArray& json);

    QByteArray m_members;
};

} // namespace hookworks
