// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/header_list.h"

#include "domain/head_fields.h"

#include <algorithm>

namespace hookworks {

namespace {

bool named(const Header& field, QByteArrayView name)
{
    return field.name.compare(name, Qt::CaseInsensitive) == 0;
}

bool isTokenChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isFieldChar(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

std::optional<QByteArray> HeaderList::value(QByteArrayView name) const
{
    const auto it = std::ranges::find_if(fields, [&](const Header& field) { return named(field, name); });
    return it == fields.end() ? std::nullopt : std::optional(it->value);
}

QList<QByteArray> HeaderList::values(QByteArrayView name) const
{
    QList<QByteArray> all;
    for (const Header& field : fields) {
        if (named(field, name))
            all << field.value;
    }
    return all;
}

void HeaderList::set(QByteArrayView name, const QByteArray& value)
{
    const auto first = std::ranges::find_if(fields, [&](const Header& field) { return named(field, name); });
    if (first == fields.end()) {
        append(name.toByteArray(), value);
        return;
    }
    first->value = value;
    fields.erase(
        std::remove_if(first + 1, fields.end(), [&](const Header& field) { return named(field, name); }),
        fields.end());
}

void HeaderList::remove(QByteArrayView name)
{
    fields.removeIf([&](const Header& field) { return named(field, name); });
}

HeaderList fieldsOfHead(QByteArrayView head)
{
    HeaderList list;
    eachHeadField(head, [&](QByteArrayView name, QByteArrayView value) {
        list.append(name.toByteArray(), value.toByteArray());
        return true;
    });
    return list;
}

bool hasFields(QByteArrayView head, const HeaderList& list)
{
    qsizetype same = 0;
    eachHeadField(head, [&](QByteArrayView name, QByteArrayView value) {
        if (same >= list.fields.size() || list.fields.at(same).name != name ||
            list.fields.at(same).value != value) {
            same = -1;
            return false;
        }
        ++same;
        return true;
    });
    return same == list.fields.size();
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenChar);
}

bool isFieldValue(QByteArrayView text)
{
    return std::ranges::all_of(text, isFieldChar) &&
           (text.isEmpty() || (!isBlank(text.front()) && !isBlank(text.back())));
}

} // namespace hookworks
