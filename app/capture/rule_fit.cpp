// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rule_fit.h"

#include "domain/readable_text.h"

#include <tuple>

namespace hookworks {

namespace {

using On = FailedCondition::On;

std::optional<QString> firstOf(const QByteArrayList& values)
{
    return values.isEmpty() ? std::nullopt : std::optional(readableText(values.first()));
}

/// Counts a condition, or keeps how it failed.
template <class Found>
void count(RuleFit& fit, bool holds, const FailedCondition& condition, Found found)
{
    if (holds) {
        ++fit.fulfilled;
        return;
    }
    fit.failed << condition;
    fit.failed.last().found = found();
}

} // namespace

bool RuleFit::isNearerThan(const RuleFit& other) const
{
    const auto distance = [](const RuleFit& fit) {
        return std::tuple(!fit.failed.isEmpty(), -fit.fulfilled, fit.failed.size());
    };
    return distance(*this) < distance(other);
}

RuleFitting::RuleFitting(const QList<ReplyRule>& rules, const RuleRequest& request)
    : m_rules(rules)
    , m_facts(request.method, request.target, request.headers)
    , m_judge(request.body, request.headers, request.bodyProblem, m_paths)
{
    for (const ReplyRule& rule : m_rules)
        m_body << m_paths.take(rule);
    m_paths.close();
}

RuleFit RuleFitting::of(qsizetype place)
{
    RuleFit fit;
    const ReplyMatch& match = m_rules[place].match;
    if (!match.method.isEmpty())
        count(fit, m_facts.hasMethod(match.method), {On::Method, {}, match.method, {}, {}},
              [&] { return readableText(m_facts.method()); });
    if (!match.path.isEmpty())
        count(fit, m_facts.hasPath(match.path), {On::Path, {}, match.path, {}, {}},
              [&] { return readableText(m_facts.path()); });
    for (const auto& one : match.query)
        count(fit, m_facts.hasQuery(one.first, one.second), {On::Query, one.first, one.second, {}, {}},
              [&] { return firstOf(m_facts.queryValues(one.first)); });
    for (const auto& one : match.header)
        count(fit, m_facts.hasHeader(one.first, one.second), {On::Header, one.first, one.second, {}, {}},
              [&] { return firstOf(m_facts.headerValues(one.first)); });
    tryBody(place, fit);
    return fit;
}

void RuleFitting::tryBody(qsizetype place, RuleFit& fit)
{
    const ReplyMatch& match = m_rules[place].match;
    for (qsizetype i = 0; i < match.body.size(); ++i) {
        const BodyCondition& condition = m_body[place][i];
        const Result<bool> holds = m_judge.holds(condition);
        const QString problem = holds ? QString() : holds.error().message;
        count(fit, holds.value_or(false), {On::Body, match.body[i].first, match.body[i].second, {}, problem},
              [&] { return holds ? m_judge.textAt(condition) : std::nullopt; });
    }
}

} // namespace hookworks
