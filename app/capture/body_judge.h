// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/reply_rule.h"
#include "domain/result.h"
#include "json/path_tree.h"

#include <QHash>

#include <optional>

namespace hookworks {

/// A condition on a value in a body, ready to be tried.
struct BodyCondition
{
    qsizetype path = 0; ///< its place in BodyPaths
    QString wanted;
    bool isNumber = false; ///< `wanted` is one: numbers are compared by value
};

/// What the conditions of many rules look at, each path once.
class BodyPaths
{
public:
    /// The rule's conditions on the body; paths that are none lead nowhere.
    QList<BodyCondition> take(const ReplyRule& rule);
    /// Once all rules were taken.
    void close() { m_tree = PathTree(m_paths); }

    const PathTree& tree() const { return m_tree; }
    QString nameOf(qsizetype path) const { return m_paths[path].toString(); }

private:
    QHash<QString, qsizetype> m_places;
    QList<JsonPath> m_paths;
    PathTree m_tree;
};

/// Tries conditions on one request's body: without its content codings, through a byte-order mark, as JSON.
/// The body is read once, and only where a condition asks for it.
class BodyJudge
{
public:
    /// `problem`: why the body is not here, a clause without a full stop. All of it outlives the judge.
    BodyJudge(const QByteArray& body, const HeaderList& headers, const QString& problem,
              const BodyPaths& paths)
        : m_body(body)
        , m_headers(headers)
        , m_problem(problem)
        , m_paths(paths)
    {
    }

    /// Fails where it cannot be told: why, as a clause without a full stop. An empty body holds no value.
    Result<bool> holds(const BodyCondition& condition);
    /// What the body has there, once holds() could tell; see leafText().
    std::optional<QString> textAt(const BodyCondition& condition);

private:
    struct Value
    {
        QString text; ///< see leafText()
        bool isNumber = false;
    };

    Result<void> read();
    Result<void> locatePaths();
    const Result<std::optional<Value>>& valueAt(qsizetype path);
    Result<std::optional<Value>> readValue(qsizetype path) const;

    const QByteArray& m_body;
    const HeaderList& m_headers;
    const QString& m_problem;
    const BodyPaths& m_paths;
    std::optional<Result<void>> m_read;
    QByteArray m_text;
    QList<std::optional<JsonSpan>> m_spans;
    QHash<qsizetype, Result<std::optional<Value>>> m_values;
};

} // namespace hookworks
