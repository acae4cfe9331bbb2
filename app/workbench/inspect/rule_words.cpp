// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/rule_words.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

struct RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

} // namespace

QString requestOfRule(const AnsweringRule& rule)
{
    if (!rule.hit)
        return {};
    return rule.times ? RuleWords::tr("request %1 of %2").arg(*rule.hit).arg(*rule.times)
                      : RuleWords::tr("request %1").arg(*rule.hit);
}

QString ruleAndHit(const AnsweringRule& rule)
{
    if (rule.name.isEmpty())
        return {};
    const QString named = RuleWords::tr("the reply rule “%1”").arg(rule.name);
    const QString hit = requestOfRule(rule);
    return hit.isEmpty() ? named : named + QStringLiteral(", ") + hit;
}

} // namespace hookworks
