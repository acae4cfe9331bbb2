// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "query/query.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace hookworks {

/// What a list's filter has found so far.
struct ListMatches
{
    qint64 found = 0;                  ///< rows that were read or wait
    bool all = false;                  ///< there are no others
    std::chrono::milliseconds took{0}; ///< until the first answer
    qint64 notIndexed = 0;             ///< that many of the newest were read one by one
    bool operator==(const ListMatches&) const = default;
};

/// What looks for the rows of a live list, as its page sees it, whatever the rows are.
class ListSearch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The list begins anew with what `query` finds; nullopt: with nothing, as no filter could be read.
    virtual void begin(const std::optional<Query>& query) = 0;
    /// The rows that wait take their places.
    virtual void release() = 0;
    virtual ListMatches matches() const = 0;
    /// That the rows are of.
    const Query& query() const { return m_query; }
    /// The same for what is done with all of them, as long as it is what `filter`, the field's text, says;
    /// BadInput or Conflict, with words, where not.
    Result<Query> queryFor(const QString& filter) const;

signals:
    /// Rows were read, came or went.
    void changed();
    void failed(const QString& sentence);

protected:
    Query m_query;
};

} // namespace hookworks
