// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace hookworks {

/// One header field as it is on the wire; the value without the white space around it.
struct Header
{
    QByteArray name;
    QByteArray value;
    bool operator==(const Header&) const = default;
};

/// Header fields in order, duplicates and case kept.
struct HeaderList
{
    QList<Header> fields;
    bool operator==(const HeaderList&) const = default;

    /// The first value of that name, in any case.
    std::optional<QByteArray> value(QByteArrayView name) const;
    QList<QByteArray> values(QByteArrayView name) const;
    bool contains(QByteArrayView name) const { return value(name).has_value(); }
    void append(QByteArray name, QByteArray value) { fields.append({std::move(name), std::move(value)}); }
    /// Replaces the first field of that name and drops the others, or appends one.
    void set(QByteArrayView name, const QByteArray& value);
    void remove(QByteArrayView name);
};

/// The fields of a head that is valid HTTP: a line of its own before them (and perhaps an empty one before
/// that), each ended by CR LF, without folding.
HeaderList fieldsOfHead(QByteArrayView head);
/// Whether fieldsOfHead(head) is `list`; makes no copy.
bool hasFields(QByteArrayView head, const HeaderList& list);

/// A field name or method of RFC 9110's grammar (5.6.2 token).
bool isToken(QByteArrayView text);
/// A field value of RFC 9110's grammar (5.5): no CR, LF, NUL or other control but a tab inside, no space at
/// its ends.
bool isFieldValue(QByteArrayView text);

} // namespace hookworks
