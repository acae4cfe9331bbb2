// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "store/sqlite/bodies.h"

namespace hookworks {

/// The last few long bodies that captures came with, and where they are: a reply rule gives the same one to
/// any number of requests, and all those captures refer to one body. (An application's answer comes later,
/// and is kept by itself.)
class RecentAnswers
{
public:
    /// An equal one; it may have been removed meanwhile.
    std::optional<BodyId> find(const QByteArray& bytes) const;
    void put(BodyId id, const QByteArray& bytes);

private:
    struct Entry
    {
        BodyId id;
        QByteArray bytes;
    };
    QList<Entry> m_entries; ///< the newest first
};

/// Where an answer goes: `inRow` into the row, a long body apart. The body's bytes count for the workspace,
/// not for a capture, and once.
struct AnswerPlace
{
    QByteArray inRow;
    QByteArray apart;           ///< empty: none
    std::optional<BodyId> held; ///< an equal body that is there already
    qint64 moreBytes() const { return inRow.size() + (held ? 0 : apart.size()); }
};

Result<AnswerPlace> placeFor(SqlConnection& connection, const Ledger& ledger, const AnswerBytes& answer);
Result<StoredBody> storeAnswer(SqlConnection& connection, Ledger& ledger, const AnswerPlace& place);
/// A capture that referred to it does so no longer.
Result<void> releaseAnswer(SqlConnection& connection, Ledger& ledger, BodyId body);
Result<AnswerBytes> loadAnswer(SqlConnection& connection, const StoredBody& stored);

} // namespace hookworks
