// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/rule_progress.h"

#include <QStringList>

namespace hookworks {

/// A reply rule that did not answer a request, and why.
struct PassedOverRule
{
    QString name;
    /// A clause each, as the rule is now: `the method is GET, the rule wants POST`. A secret's value is not
    /// in them.
    QStringList reasons;
    bool operator==(const PassedOverRule&) const = default;
};

/// The rule's own name, else `rule 2`; `place` from 0.
QString nameOfRule(const ReplyRule& rule, qsizetype place);

/// Of the rules before the place `answering`, those that speak against answering the request; at most 20.
QList<PassedOverRule> passedOver(const QList<ReplyRule>& rules, const Capture& capture, qsizetype answering);

/// The three rules that came nearest to answering a request that none answered, the nearest first: see
/// RuleFit::isNearerThan(); those that are off come after equal ones that are on, and then the rules' order
/// decides.
QList<PassedOverRule> nearestRules(const QList<ReplyRule>& rules, const Capture& capture);

/// What reply rules would make of a request.
struct RuleTrial
{
    CaptureSummary request;
    QString rule;                  ///< that would answer it; empty: none would
    QList<PassedOverRule> nearest; ///< where none would
    bool operator==(const RuleTrial&) const = default;
};

/// `progress`: how far the rules have come; `now` on the workbench's clock.
RuleTrial trialOf(const QList<ReplyRule>& rules, const QList<RuleProgress>& progress, const Capture& capture,
                  WorkTime now);

} // namespace hookworks
