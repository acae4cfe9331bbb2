// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/body_judge.h"
#include "domain/header_list.h"
#include "domain/rule_progress.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>
#include <optional>

namespace hookworks {

/// What a rule looks at.
struct RuleRequest
{
    QByteArrayView method, target;
    const HeaderList& headers;
    QByteArray body;          ///< without chunks, its content codings still on it
    WorkTime now = {};        ///< on the workbench's clock
    QString bodyProblem = {}; ///< why `body` is not all of it, a clause without a full stop; empty: it is
};

/// What to answer.
struct RuleChoice
{
    int rule = -1;            ///< its place in the list; -1: none matched, the default answer
    QString name;             ///< of the rule: its own, else `rule 2`; empty: the default answer
    qint64 hit = 0;           ///< which of the rule's requests it is, from 1
    std::optional<int> times; ///< how many the rule answers; none: any number
    Reply reply;              ///< default: 200 with an empty body
    Micros delay{0};          ///< drawn from the reply's delay
    QString forwardTo;        ///< not empty: pass the request on instead of `reply`
    QList<RuleStep> steps;    ///< of the rules that have gone on with this choice
    /// The rules that could not be tried on the body and were passed over: name, and why.
    QList<std::pair<QString, QString>> unjudged;
    bool operator==(const RuleChoice&) const = default;
};

/// Chooses answers by reply rules; first match wins. A value without clock or socket: the same rules, seeds,
/// progress and requests give the same choices. An answer of `otherwise` is a hit too, but does not move the
/// sequence on. Conditions on the body look into JSON (see BodyJudge); a rule whose conditions cannot be
/// tried does not match, and says so.
class RuleEngine
{
public:
    RuleEngine();
    /// `progress`: how far they had come before; missing ones begin anew.
    explicit RuleEngine(const QList<ReplyRule>& rules, const QList<RuleProgress>& progress = {});
    ~RuleEngine();
    RuleEngine(RuleEngine&&) noexcept;
    RuleEngine& operator=(RuleEngine&&) noexcept;

    /// Each goes on from the rule that it was; see carriedOver().
    void setRules(const QList<ReplyRule>& rules);
    RuleChoice choose(const RuleRequest& request);
    /// Whether the choice may depend on the body, which need not be there yet.
    bool needsBody(const RuleRequest& request) const;
    /// At accept, before a byte is read: the choice, where the first live rule has no condition and would
    /// drop.
    std::optional<RuleChoice> chooseDrop(WorkTime now);
    /// In the rules' order.
    QList<RuleProgress> progress() const;
    /// Begins the rule anew, or all of them.
    void reset(std::optional<int> place);

private:
    struct Rule;

    void begin(const QList<ReplyRule>& rules, const QList<RuleProgress>& progress);
    bool passesOver(size_t place, BodyJudge& body, RuleChoice& choice);
    void take(size_t place, bool authorized, WorkTime now, RuleChoice& choice);
    void note(size_t place, RuleChoice& choice) const;

    std::vector<std::unique_ptr<Rule>> m_rules;
    BodyPaths m_bodyPaths;
};

} // namespace hookworks
