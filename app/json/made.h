// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/id.h"
#include "domain/mark.h"
#include "domain/readable_text.h"
#include "domain/time.h"
#include "json/value.h"

#include <QStringList>

namespace hookworks {

// The smaller parts that the values' JSON is made of.

/// The bytes as a JSON string; nullopt: they are no UTF-8.
std::optional<JsonValue> exactText(const QByteArray& bytes);
JsonValue base64Json(const QByteArray& bytes);
/// null where empty.
JsonValue textOrNull(const QString& text);
JsonValue countOrNull(const std::optional<qint64>& count);
/// `{"colour","note"}`, each null where it is not there; null where there is no mark.
JsonValue markJson(const Mark& mark);
/// `[["Name", "value"], …]` to read: see readableText().
JsonValue headersJson(const HeaderList& headers);
/// `[["Name", "value"], …]` with both in base64: the bytes.
JsonValue headersBase64Json(const HeaderList& headers);
/// Whether headersJson() says all of it.
bool isUtf8(const HeaderList& headers);
/// The same so that ObjectReader::headers() gives the bytes back: a value that is no UTF-8 is an object.
JsonValue exactHeadersJson(const HeaderList& headers);
JsonValue textsJson(const QStringList& texts);

/// Exact to the microsecond, without an exponent: `30`, `0.25`.
JsonValue secondsJson(Micros duration);
JsonValue shortMillisecondsJson(Micros duration);
JsonValue secondsJson(const std::optional<Micros>& duration);
/// With a fraction always: `12.0`, `0.345`.
JsonValue millisecondsJson(Micros duration);
JsonValue millisecondsJson(const std::optional<Micros>& duration);

template <class Time>
JsonValue timeJson(const std::optional<Time>& time)
{
    return time ? JsonValue::string(toIso(*time)) : JsonValue();
}

template <char Letter>
JsonValue idJson(const std::optional<Id<Letter>>& id)
{
    return id ? JsonValue::string(id->toString()) : JsonValue();
}

template <class List, class ToJson>
JsonValue arrayJson(const List& list, ToJson toJson)
{
    JsonValue array = JsonValue::array();
    for (const auto& each : list)
        array.append(toJson(each));
    return array;
}

} // namespace hookworks
