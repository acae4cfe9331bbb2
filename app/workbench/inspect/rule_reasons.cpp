// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/rule_reasons.h"

#include "capture/rule_fit.h"
#include "domain/secret_names.h"
#include "domain/visible_text.h"
#include "http/content_decoding.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype mostPassedOver = 20;
constexpr qsizetype mostNearest = 3;
constexpr qsizetype longestShown = 80; ///< characters of a name or value

struct RuleReasonText
{
    Q_DECLARE_TR_FUNCTIONS(RuleReasons)
};

QString shownValue(const QString& text)
{
    return visibleText(text.size() > longestShown ? text.left(longestShown - 1) + u'…' : text).simplified();
}

QString quotedValue(const QString& text)
{
    return QStringLiteral("“%1”").arg(shownValue(text));
}

/// Of a path in the body its last key decides.
bool namesSecret(const FailedCondition& condition)
{
    static const SecretNames names;
    return names.isSecret(condition.name.section(u'.', -1).toUtf8());
}

/// What a condition looks at, for the middle of a sentence.
QString placeWords(const FailedCondition& condition)
{
    const QString name = shownValue(condition.name);
    switch (condition.on) {
    case FailedCondition::On::Query:
        return RuleReasonText::tr("%1 in the query").arg(name);
    case FailedCondition::On::Header:
        return RuleReasonText::tr("the header %1").arg(name);
    default:
        return RuleReasonText::tr("%1 in the body").arg(name);
    }
}

QString missingWords(const FailedCondition& condition)
{
    const QString place = placeWords(condition);
    return namesSecret(condition) ? RuleReasonText::tr("%1 is missing").arg(place)
                                  : RuleReasonText::tr("%1 is missing, the rule wants %2")
                                        .arg(place, quotedValue(condition.wanted));
}

QString conditionWords(const FailedCondition& condition)
{
    if (!condition.problem.isEmpty())
        return RuleReasonText::tr("%1 could not be looked at: %2")
            .arg(placeWords(condition), shownValue(condition.problem));
    if (!condition.found)
        return missingWords(condition);
    const QString found = *condition.found;
    if (condition.on == FailedCondition::On::Method)
        return RuleReasonText::tr("the method is %1, the rule wants %2")
            .arg(shownValue(found), shownValue(condition.wanted));
    if (condition.on == FailedCondition::On::Path)
        return RuleReasonText::tr("the path is %1, the rule wants %2")
            .arg(shownValue(found), shownValue(condition.wanted));
    if (namesSecret(condition))
        return RuleReasonText::tr("%1 is not what the rule wants").arg(placeWords(condition));
    return RuleReasonText::tr("%1 is %2, the rule wants %3")
        .arg(placeWords(condition), quotedValue(found), quotedValue(condition.wanted));
}

/// What kept a rule from answering though its conditions hold; empty: nothing that is known.
QString limitWords(const ReplyRule& rule)
{
    if (rule.times && rule.forTime)
        return RuleReasonText::tr("it had answered all it answers (%1), or its time was over")
            .arg(*rule.times);
    if (rule.times)
        return RuleReasonText::tr("it had answered all it answers (%1)").arg(*rule.times);
    if (rule.forTime)
        return RuleReasonText::tr("its time was over");
    return rule.probability ? RuleReasonText::tr("chance passed it over") : QString();
}

QStringList reasonsOf(const ReplyRule& rule, const RuleFit& fit)
{
    QStringList reasons;
    if (!rule.enabled)
        reasons << RuleReasonText::tr("it is off");
    for (const FailedCondition& condition : fit.failed)
        reasons << conditionWords(condition);
    if (reasons.isEmpty())
        reasons << limitWords(rule);
    reasons.removeAll(QString());
    return reasons;
}

RuleRequest requestOf(const Capture& capture, WorkTime now = {})
{
    RuleRequest request{capture.method, capture.target, capture.headers, capture.body, now};
    if (capture.body.size() > longestDecoded) {
        request.body.clear();
        request.bodyProblem = RuleReasonText::tr("the body has more bytes than conditions look into");
    }
    return request;
}

struct NearRule
{
    qsizetype place = 0;
    bool off = false;
    RuleFit fit;
};

bool isNearer(const NearRule& left, const NearRule& right)
{
    if (left.fit.isNearerThan(right.fit) || right.fit.isNearerThan(left.fit))
        return left.fit.isNearerThan(right.fit);
    return !left.off && right.off;
}

} // namespace

QString nameOfRule(const ReplyRule& rule, qsizetype place)
{
    return rule.name.isEmpty() ? RuleReasonText::tr("rule %1").arg(place + 1) : rule.name;
}

QList<PassedOverRule> passedOver(const QList<ReplyRule>& rules, const Capture& capture, qsizetype answering)
{
    const RuleRequest request = requestOf(capture);
    RuleFitting fitting(rules, request);
    QList<PassedOverRule> passed;
    for (qsizetype place = 0; place < answering && passed.size() < mostPassedOver; ++place) {
        const QStringList reasons = reasonsOf(rules[place], fitting.of(place));
        if (!reasons.isEmpty())
            passed << PassedOverRule{nameOfRule(rules[place], place), reasons};
    }
    return passed;
}

QList<PassedOverRule> nearestRules(const QList<ReplyRule>& rules, const Capture& capture)
{
    const RuleRequest request = requestOf(capture);
    RuleFitting fitting(rules, request);
    QList<NearRule> nearest;
    for (qsizetype place = 0; place < rules.size(); ++place) {
        const NearRule rule{place, !rules[place].enabled, fitting.of(place)};
        nearest.insert(std::ranges::upper_bound(nearest, rule, isNearer), rule);
        nearest.resize(std::min(nearest.size(), mostNearest));
    }
    QList<PassedOverRule> passed;
    for (const NearRule& near : std::as_const(nearest)) {
        QStringList reasons = reasonsOf(rules[near.place], near.fit);
        if (reasons.isEmpty())
            reasons << RuleReasonText::tr("it fits now: it was added or changed after this request");
        passed << PassedOverRule{nameOfRule(rules[near.place], near.place), reasons};
    }
    return passed;
}

RuleTrial trialOf(const QList<ReplyRule>& rules, const QList<RuleProgress>& progress, const Capture& capture,
                  WorkTime now)
{
    RuleTrial trial;
    trial.request = capture;
    trial.rule = RuleEngine(rules, progress).choose(requestOf(capture, now)).name;
    if (trial.rule.isEmpty())
        trial.nearest = nearestRules(rules, capture);
    return trial;
}

} // namespace hookworks
