// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/reworded.h"

#include <algorithm>

namespace hookworks {

namespace {

bool haveTheSameKeys(const JsonValue& now, const JsonValue& wanted)
{
    return now.isObject() && wanted.isObject() &&
           std::ranges::equal(now.members, wanted.members, {}, &JsonMember::key, &JsonMember::key);
}

void addChanges(QList<TextEdit>& edits, const QByteArray& text, const JsonValue& now, const JsonValue& wanted)
{
    if (now == wanted)
        return;
    if (haveTheSameKeys(now, wanted)) {
        for (size_t i = 0; i < now.members.size(); ++i)
            addChanges(edits, text, now.members[i].value, wanted.members[i].value);
    } else if (now.isArray() && wanted.isArray() && now.items.size() == wanted.items.size()) {
        for (size_t i = 0; i < now.items.size(); ++i)
            addChanges(edits, text, now.items[i], wanted.items[i]);
    } else {
        edits << valueReplaced(text, now, wanted);
    }
}

} // namespace

QByteArray reworded(const QByteArray& text, const JsonValue& now, const JsonValue& wanted)
{
    QList<TextEdit> edits;
    addChanges(edits, text, now, wanted);
    return withEdits(text, std::move(edits));
}

} // namespace hookworks
