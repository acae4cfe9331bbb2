// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/answers.h"

#include "store/ledger.h"
#include "store/sqlite/connection.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype answersHeld = 4;
constexpr qsizetype bytesHeld = 128 * 1024 * 1024;

/// As it was before it was stored.
AnswerBytes split(const QByteArray& bytes)
{
    const qsizetype blank = bytes.indexOf("\r\n\r\n");
    return blank < 0 ? AnswerBytes{bytes, {}} : AnswerBytes{bytes.first(blank + 4), bytes.sliced(blank + 4)};
}

} // namespace

std::optional<BodyId> RecentAnswers::find(const QByteArray& bytes) const
{
    const auto same = std::ranges::find_if(m_entries, [&](const Entry& entry) {
        return entry.bytes.constData() == bytes.constData() || entry.bytes == bytes;
    });
    return same == m_entries.end() ? std::nullopt : std::optional(same->id);
}

void RecentAnswers::put(BodyId id, const QByteArray& bytes)
{
    m_entries.prepend({id, bytes});
    qsizetype held = 0;
    qsizetype kept = 0;
    while (kept < m_entries.size() && kept < answersHeld &&
           held + m_entries.at(kept).bytes.size() <= bytesHeld)
        held += m_entries.at(kept++).bytes.size();
    m_entries.resize(kept);
}

Result<AnswerPlace> placeFor(SqlConnection& connection, const Ledger& ledger, const AnswerBytes& answer)
{
    if (answer.body.size() <= longestInlineBody)
        return AnswerPlace{answer.joined(), {}, {}};
    AnswerPlace place{answer.head, answer.body, ledger.answers().find(answer.body)};
    if (!place.held)
        return place;
    const auto there = bodySize(connection, *place.held);
    if (!there && there.error().code != ErrorCode::NotFound)
        return tl::unexpected(there.error());
    if (!there)
        place.held.reset();
    return place;
}

Result<StoredBody> storeAnswer(SqlConnection& connection, Ledger& ledger, const AnswerPlace& place)
{
    if (place.apart.isEmpty())
        return StoredBody{place.inRow, std::nullopt};
    if (place.held)
        return keepBody(connection, *place.held).map([&] {
            return StoredBody{place.inRow, place.held->number};
        });
    auto stored = storeBody(connection, ledger, place.apart);
    if (!stored)
        return stored;
    ledger.capturesAdded(0, place.apart.size());
    return StoredBody{place.inRow, stored->body};
}

Result<void> releaseAnswer(SqlConnection& connection, Ledger& ledger, BodyId body)
{
    return releaseBody(connection, body).map([&](qint64 freed) { ledger.capturesAdded(0, -freed); });
}

Result<AnswerBytes> loadAnswer(SqlConnection& connection, const StoredBody& stored)
{
    if (!stored.body)
        return split(stored.bytes);
    return loadBody(connection, {{}, stored.body}).map([&](const QByteArray& body) {
        return AnswerBytes{stored.bytes, body};
    });
}

} // namespace hookworks
