// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"

#include <QJsonDocument>

namespace hookworks {

namespace {

struct Member
{
    QByteArray key;
    qsizetype from = 0, to = 0; ///< of the value
};

/// Where the string that starts at `at` ends, behind its quote.
qsizetype endOfString(const QByteArray& text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return at + 1;
}

/// Behind the value that starts at `at`: at a comma or bracket of the object around it.
qsizetype endOfValue(const QByteArray& text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (depth == 0 && (c == ',' || c == '}'))
            break;
        if (c == '"') {
            at = endOfString(text, at);
            continue;
        }
        depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
        ++at;
    }
    return at;
}

QList<Member> membersOf(const QByteArray& line)
{
    QList<Member> members;
    qsizetype at = line.indexOf('"');
    while (at > 0) {
        Member member;
        const qsizetype end = endOfString(line, at);
        member.key = line.mid(at + 1, end - at - 2);
        member.from = line.indexOf(':', end) + 1;
        member.to = endOfValue(line, member.from);
        members << member;
        at = line[member.to] == ',' ? line.indexOf('"', member.to) : -1;
    }
    return members;
}

} // namespace

QJsonObject objectOf(const QByteArray& line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        qFatal("no JSON object: %s (%s)", line.constData(), qPrintable(error.errorString()));
    return document.object();
}

QByteArray keysOf(const QByteArray& line)
{
    QByteArrayList keys;
    for (const Member& member : membersOf(line))
        keys << member.key;
    return keys.join(' ');
}

QByteArray memberText(const QByteArray& line, const QByteArray& key)
{
    for (const Member& member : membersOf(line)) {
        if (member.key == key)
            return line.mid(member.from, member.to - member.from).trimmed();
    }
    return {};
}

} // namespace hookworks
