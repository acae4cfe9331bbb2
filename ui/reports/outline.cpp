// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/outline.h"

#include <algorithm>

namespace hookworks {

namespace {

/// What an entry of a list is called: its type, and the first text that reads like a name.
QString entryTitle(const JsonValue& entry, qsizetype index)
{
    QString type, name;
    const auto look = [&](const JsonValue& object) {
        for (const JsonMember& member : object.members) {
            if (!member.value.isString() || member.value.text.isEmpty())
                continue;
            if (member.key == u"type")
                type = member.value.text;
            else if (name.isEmpty() &&
                     (member.key.contains(u"title") || member.key == u"name" || member.key == u"url"))
                name = member.value.text;
        }
    };
    look(entry);
    if (const JsonValue* options = entry.find(u"options"))
        look(*options);
    if (type.isEmpty() && name.isEmpty())
        return QString::number(index + 1);
    return type.isEmpty() ? name : name.isEmpty() ? type : type + QStringLiteral(" · ") + name;
}

OutlineNode nodeOf(const JsonValue& value, const JsonPath& path, const QString& title)
{
    OutlineNode node{path, title, value.isArray(), {}};
    for (qsizetype i = 0; i < static_cast<qsizetype>(value.items.size()); ++i) {
        const JsonValue& entry = value.items[static_cast<size_t>(i)];
        if (entry.isObject())
            node.children.push_back(nodeOf(entry, path.child(i), entryTitle(entry, i)));
    }
    for (const JsonMember& member : value.members) {
        const bool list =
            member.value.isArray() &&
            std::ranges::all_of(member.value.items, [](const JsonValue& entry) { return entry.isObject(); });
        if (member.value.isObject() || list)
            node.children.push_back(nodeOf(member.value, path.child(member.key), labelOf(member.key)));
    }
    return node;
}

} // namespace

OutlineNode outlineOf(const JsonValue& document, const QString& title)
{
    return nodeOf(document, {}, title);
}

QString labelOf(const QString& key)
{
    QString words;
    for (const QChar letter : key) {
        if (letter == u'_' || letter == u'-')
            words += u' ';
        else if (letter.isUpper() && !words.isEmpty() && !words.back().isUpper())
            words += QStringLiteral(" ") + letter.toLower();
        else
            words += letter;
    }
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

} // namespace hookworks
