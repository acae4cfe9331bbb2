// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <QList>

namespace hookworks {

/// Bytes of a text, from `from` up to, not with, `to`, that give way to others.
struct TextEdit
{
    qint64 from = 0;
    qint64 to = 0;
    QByteArray bytes;
    bool operator==(const TextEdit&) const = default;
};

/// One obvious way to put something right: what to do, in two to five words, and the edits of the text.
struct Mend
{
    QString words;
    QList<TextEdit> edits;
    bool operator==(const Mend&) const = default;
};

/// The text with the edits, which do not overlap, in any order.
QByteArray withEdits(const QByteArray& text, QList<TextEdit> edits);
/// The one edit that makes `after` of `before`: what they begin and end with alike stays. No bytes, from ==
/// to: they are the same.
TextEdit differenceOf(const QByteArray& before, const QByteArray& after);

// Edits of a JSON text that leave every other byte as it is. What is written follows the lines and the
// indentation of its surroundings. The values given by reference were read from that text.

TextEdit valueReplaced(const QByteArray& text, const JsonValue& old, const JsonValue& value);
TextEdit memberAdded(const QByteArray& text, const JsonValue& object, const QString& key,
                     const JsonValue& value);
TextEdit memberRenamed(const QByteArray& text, const JsonMember& member, const QString& key);
TextEdit memberRemoved(const QByteArray& text, const JsonValue& object, size_t index);
/// `item` is JSON as a text of its own; its lines are indented to fit. `index` may be the array's size.
TextEdit itemInserted(const QByteArray& text, const JsonValue& array, size_t index, const QByteArray& item);
/// Written as its neighbours are.
TextEdit itemInserted(const QByteArray& text, const JsonValue& array, size_t index, const JsonValue& item);
TextEdit itemRemoved(const QByteArray& text, const JsonValue& array, size_t index);
/// Several of them; each index once, in any order.
QList<TextEdit> itemsRemoved(const JsonValue& array, QList<size_t> indexes);
/// Within one array: afterwards the item stands at `to`. What stands between the items stays in its place.
QList<TextEdit> itemMoved(const QByteArray& text, const JsonValue& array, size_t from, size_t to);

/// The innermost value that has that byte.
JsonPath pathAtByte(const JsonValue& root, qint64 offset);
/// A value's bytes as a text of its own: its further lines lose the indentation of its first.
QByteArray textOf(const QByteArray& text, const JsonValue& value);
/// A new value as a text of its own for itemInserted(): indented as this text is.
QByteArray textLike(const QByteArray& text, const JsonValue& value);

} // namespace hookworks
