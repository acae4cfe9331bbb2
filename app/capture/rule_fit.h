// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/body_judge.h"
#include "capture/request_facts.h"
#include "capture/rule_engine.h"

#include <optional>

namespace hookworks {

/// A condition of a rule that a request does not fulfil.
struct FailedCondition
{
    enum class On
    {
        Method,
        Path,
        Query,
        Header,
        Body
    };

    On on = On::Method;
    QString name; ///< of the query's or header's field, or the path in the body; empty: of method and path
    QString wanted;
    std::optional<QString> found; ///< what the request has there, the first of several; none: nothing
    QString problem; ///< why it could not be tried, a clause without a full stop; empty: it could
    bool operator==(const FailedCondition&) const = default;
};

/// How far the conditions of a rule hold for a request. Whether it is on, its hits, time and chance have no
/// say in it.
struct RuleFit
{
    int fulfilled = 0;
    QList<FailedCondition> failed; ///< method, path, query, header, body: as the rule's `match` lists them
    bool operator==(const RuleFit&) const = default;

    /// Whether a rule that fits so comes nearer than another: first all whose conditions hold, then those
    /// with more conditions that hold, then those with fewer that do not. Equal ones: neither.
    bool isNearerThan(const RuleFit& other) const;
};

/// Tries rules on one request, condition by condition, as RuleEngine does. The body is read once for all of
/// them.
class RuleFitting
{
public:
    /// Both outlive it.
    RuleFitting(const QList<ReplyRule>& rules, const RuleRequest& request);
    RuleFitting(const RuleFitting&) = delete;
    RuleFitting& operator=(const RuleFitting&) = delete;

    /// Of the rule at `place`.
    RuleFit of(qsizetype place);

private:
    void tryBody(qsizetype place, RuleFit& fit);

    const QList<ReplyRule>& m_rules;
    RequestFacts m_facts;
    BodyPaths m_paths;
    QList<QList<BodyCondition>> m_body; ///< of each rule
    BodyJudge m_judge;
};

} // namespace hookworks
