// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace hookworks {

struct JsonMember;

/// A JSON value that loses nothing: members in order with duplicate keys, numbers as their text.
struct JsonValue
{
    enum class Kind
    {
        Null,
        Bool,
        Number,
        String,
        Array,
        Object
    };

    Kind kind = Kind::Null;
    bool flag = false;
    QString text; ///< a string, or a number as it was written; a string may hold lone surrogates
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;
    qint64 offset = -1; ///< first byte in the text it was read from; -1: made, not read
    qint64 end = -1;    ///< one past its last byte

    static JsonValue boolean(bool value);
    static JsonValue string(const QString& value);
    static JsonValue number(qint64 value);
    static JsonValue number(double value);
    static JsonValue array();
    static JsonValue object();

    bool isNull() const { return kind == Kind::Null; }
    bool isString() const { return kind == Kind::String; }
    bool isNumber() const { return kind == Kind::Number; }
    bool isBool() const { return kind == Kind::Bool; }
    bool isArray() const { return kind == Kind::Array; }
    bool isObject() const { return kind == Kind::Object; }

    /// The member of that name, the last of duplicates; null pointer: none, or no object.
    const JsonValue* find(QStringView key) const;
    JsonValue* find(QStringView key);
    void append(const QString& key, JsonValue value);
    void append(JsonValue value);

    /// Same content in the same order; where it stood in a text does not count.
    bool operator==(const JsonValue& other) const;
};

struct JsonMember
{
    QString key;
    JsonValue value;
    qint64 keyOffset = -1; ///< first byte of the key's opening quote
    bool operator==(const JsonMember& other) const { return key == other.key && value == other.value; }
};

/// A place in a text: line and column from 1, the column in characters; the byte from 0.
struct TextPosition
{
    int line = 1;
    int column = 1;
    qint64 offset = 0;
    bool operator==(const TextPosition&) const = default;
};
TextPosition positionAt(QByteArrayView text, qint64 offset);

/// Why a text is no JSON, and where.
struct JsonProblem
{
    TextPosition position;
    QString words;
    bool operator==(const JsonProblem&) const = default;
};

/// Arrays and objects inside each other.
constexpr int jsonDepthLimit = 1024;

/// Strict RFC 8259: UTF-8 checked, nothing after the value; a byte-order mark before it is passed over.
tl::expected<JsonValue, JsonProblem> readJson(QByteArrayView text);
/// The same with one sentence that names line, column and byte (BadInput).
Result<JsonValue> parseJson(QByteArrayView text);

/// On one line, without spaces.
QByteArray compactJson(const JsonValue& value);
/// Indented by `indent` spaces; no line break at the end.
QByteArray prettyJson(const JsonValue& value, int indent = 2);

} // namespace hookworks
