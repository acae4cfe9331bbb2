// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/new_document.h"

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

/// Documents to start from are ours, and a few levels deep.
void fillIn(JsonValue& value, const NewDocumentFacts& facts)
{
    if (value.isString()) {
        if (value.text == u"{uuid}")
            value.text = facts.uuid();
        value.text.replace(u"{now}"_s, toIsoMilliseconds(facts.now));
        value.text.replace(u"{start}"_s, toIsoMilliseconds(facts.start));
        value.text.replace(u"{end}"_s, toIsoMilliseconds(facts.end));
        value.text.replace(u"{title}"_s, facts.title);
    }
    for (JsonValue& item : value.items)
        fillIn(item, facts);
    for (JsonMember& member : value.members)
        fillIn(member.value, facts);
}

} // namespace

QByteArray newDocumentOf(const ProviderProfile& profile, const NewDocumentFacts& facts)
{
    auto document = readJson(profile.newDocument);
    if (!document)
        return profile.newDocument;
    fillIn(*document, facts);
    return prettyJson(*document) + '\n';
}

} // namespace hookworks
