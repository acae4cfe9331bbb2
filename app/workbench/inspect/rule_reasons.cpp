// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/rule_reasons.h"

#include "capture/rule_engine.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

struct RuleReasonText
{
    Q_DECLARE_TR_FUNCTIONS(RuleReasons)
};

/// Asks the engine itself, with a rule of this one condition.
bool holds(const ReplyMatch& match, const Capture& capture)
{
    ReplyRule rule;
    rule.match = match;
    rule.replies = {Reply()};
    RuleEngine engine({rule});
    return engine.choose({capture.method, capture.target, capture.headers, capture.body, {}, {}}).rule == 0;
}

QString unmetCondition(const ReplyMatch& match, const Capture& capture)
{
    ReplyMatch one;
    one.method = match.method;
    if (!holds(one, capture))
        return RuleReasonText::tr("the method is not %1").arg(match.method);
    one = {};
    one.path = match.path;
    if (!holds(one, capture))
        return RuleReasonText::tr("the path does not fit %1").arg(match.path);
    for (const auto& condition : match.query) {
        one = {};
        one.query = {condition};
        if (!holds(one, capture))
            return RuleReasonText::tr("the query has no fitting %1").arg(condition.first);
    }
    for (const auto& condition : match.header) {
        one = {};
        one.header = {condition};
        if (!holds(one, capture))
            return RuleReasonText::tr("no header %1 fits").arg(condition.first);
    }
    for (const auto& condition : match.body) {
        one = {};
        one.body = {condition};
        if (!holds(one, capture))
            return RuleReasonText::tr("%1 in the body does not fit").arg(condition.first);
    }
    return {};
}

} // namespace

QString whyNot(const ReplyRule& rule, const Capture& capture)
{
    if (!rule.enabled)
        return RuleReasonText::tr("it is off");
    if (const QString unmet = unmetCondition(rule.match, capture); !unmet.isEmpty())
        return unmet;
    if (rule.times)
        return RuleReasonText::tr("it answers only so often: %1").arg(*rule.times);
    if (rule.forTime)
        return RuleReasonText::tr("its time was over");
    if (rule.probability)
        return RuleReasonText::tr("chance passed it over");
    return {};
}

} // namespace hookworks
