// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/reply_rule.h"

#include <QByteArrayView>
#include <QMultiHash>

#include <optional>

namespace hookworks {

/// What the conditions of reply rules look at in a request before its body. The query is taken apart once,
/// where a rule asks for it. What it is made of outlives it.
class RequestFacts
{
public:
    RequestFacts(QByteArrayView method, QByteArrayView target, const HeaderList& headers);

    /// Whether all conditions but those on the body hold.
    bool fit(const ReplyMatch& match);
    bool hasMethod(const QString& wanted) const;
    bool hasPath(const QString& wanted) const;
    bool hasQuery(const QString& name, const QString& wanted);
    bool hasHeader(const QString& name, const QString& wanted) const;

    QByteArrayView method() const { return m_method; }
    /// Of an absolute target the path alone; one without a path means `/`.
    QByteArrayView path() const;
    /// In no particular order.
    QByteArrayList queryValues(const QString& name);
    QByteArrayList headerValues(const QString& name) const;

private:
    using QueryFields = QMultiHash<QByteArray, QByteArray>;
    const QueryFields& query();

    QByteArrayView m_method, m_target;
    const HeaderList& m_headers;
    std::optional<QueryFields> m_query;
};

/// `pattern`, whose `*` stands for any run of characters, fits the whole of `text`.
bool matchesPattern(QByteArrayView pattern, QByteArrayView text);

} // namespace hookworks
