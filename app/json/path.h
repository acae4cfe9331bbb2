// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QList>

#include <variant>

namespace hookworks {

/// `$.a.b[0]`, `$['x y']`: names and indexes from the root. No wildcards.
struct JsonPath
{
    using Step = std::variant<QString, qsizetype>;
    QList<Step> steps;
    bool operator==(const JsonPath&) const = default;

    /// nullopt: the text is no such path.
    static std::optional<JsonPath> parse(QStringView text);
    QString toString() const;
    JsonPath child(const QString& key) const;
    JsonPath child(qsizetype index) const;
};

/// The value there; null pointer: none.
const JsonValue* valueAt(const JsonValue& root, const JsonPath& path);
/// Puts `value` there, making the last member of the path where its object lacks it; NotFound when the way
/// there is missing.
Result<void> setAt(JsonValue& root, const JsonPath& path, JsonValue value);
/// A value's bytes in its text: from `offset` up to, not with, `end`.
struct JsonSpan
{
    qint64 offset = 0;
    qint64 end = 0;
    bool operator==(const JsonSpan&) const = default;
};
/// What a person reads: a string's text, a number as written, `true`, `null`, and compact JSON for the rest.
QString leafText(const JsonValue& value);

} // namespace hookworks
