// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rule_engine.h"

#include "capture/request_facts.h"
#include "domain/words.h"

#include <algorithm>
#include <utility>

namespace hookworks {

struct RuleEngine::Rule
{
    ReplyRule rule;
    QList<BodyCondition> body;
    RuleProgress progress;

    bool live(WorkTime now) const
    {
        return rule.enabled && (!rule.times || progress.hits < *rule.times) &&
               (!rule.forTime || !progress.since || now < *progress.since + *rule.forTime);
    }
    QString name(size_t place) const
    {
        return rule.name.isEmpty() ? tr("rule %1").arg(place + 1) : rule.name;
    }
    /// Its replies in order, then the last one again or the first.
    size_t nextReply() const
    {
        const auto count = static_cast<qint64>(rule.replies.size());
        return static_cast<size_t>(rule.repeat ? progress.next % count : std::min(progress.next, count - 1));
    }
    /// From 0 up to, not with, 1: a number of its seed and of how many were drawn before, so that it goes on
    /// after a restart (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    double draw()
    {
        const auto mixed = [](quint64 bits) {
            bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
            bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
            return bits ^ (bits >> 31U);
        };
        constexpr quint64 gamma = 0x9E3779B97F4A7C15U;
        ++progress.draws;
        const quint64 bits = mixed(mixed(rule.seed + gamma) + static_cast<quint64>(progress.draws) * gamma);
        return static_cast<double>(bits >> 11U) * 0x1p-53;
    }
    Micros drawDelay(const ReplyDelay& delay)
    {
        if (delay.max <= delay.min)
            return delay.min;
        const auto choices = static_cast<double>((delay.max - delay.min).count() + 1);
        return std::min(delay.max, delay.min + Micros(static_cast<qint64>(draw() * choices)));
    }
};

namespace {

/// The scheme in any case, then exactly the credentials (RFC 9110, 11.4).
bool carries(const RequiredAuth& auth, const HeaderList& headers)
{
    const bool bearer = !auth.bearer.isEmpty();
    const QByteArray scheme = bearer ? "bearer" : "basic";
    const QByteArray wanted =
        bearer ? auth.bearer.toUtf8() : (auth.basicUser + u':' + auth.basicPassword).toUtf8().toBase64();
    return std::ranges::any_of(headers.values("Authorization"), [&](const QByteArray& value) {
        const qsizetype space = value.indexOf(' ');
        return space > 0 && value.first(space).toLower() == scheme &&
               value.sliced(space + 1).trimmed() == wanted;
    });
}

bool isUnconditional(const ReplyRule& rule)
{
    return rule.match == ReplyMatch() && !rule.require;
}

} // namespace

RuleEngine::RuleEngine() = default;
RuleEngine::RuleEngine(const QList<ReplyRule>& rules, const QList<RuleProgress>& progress)
{
    begin(rules, progress);
}
RuleEngine::~RuleEngine() = default;
RuleEngine::RuleEngine(RuleEngine&&) noexcept = default;
RuleEngine& RuleEngine::operator=(RuleEngine&&) noexcept = default;

void RuleEngine::begin(const QList<ReplyRule>& rules, const QList<RuleProgress>& progress)
{
    m_rules.clear();
    m_bodyPaths = BodyPaths();
    for (qsizetype i = 0; i < rules.size(); ++i)
        m_rules.push_back(
            std::make_unique<Rule>(Rule{rules[i], m_bodyPaths.take(rules[i]), progress.value(i)}));
    m_bodyPaths.close();
}

void RuleEngine::setRules(const QList<ReplyRule>& rules)
{
    QList<ReplyRule> before;
    for (const auto& entry : m_rules)
        before << entry->rule;
    begin(rules, carriedOver(before, progress(), rules));
}

bool RuleEngine::needsBody(const RuleRequest& request) const
{
    RequestFacts head(request.method, request.target, request.headers);
    return std::ranges::any_of(m_rules, [&](const auto& entry) {
        return entry->live(request.now) && !entry->body.isEmpty() && head.fit(entry->rule.match);
    });
}

RuleChoice RuleEngine::choose(const RuleRequest& request)
{
    RuleChoice choice;
    RequestFacts head(request.method, request.target, request.headers);
    BodyJudge body(request.body, request.headers, request.bodyProblem, m_bodyPaths);
    for (size_t i = 0; i < m_rules.size(); ++i) {
        const ReplyRule& rule = m_rules[i]->rule;
        if (!m_rules[i]->live(request.now) || !head.fit(rule.match) || passesOver(i, body, choice))
            continue;
        take(i, !rule.require || carries(*rule.require, request.headers), request.now, choice);
        return choice;
    }
    return choice;
}

/// Though all but the body fits.
bool RuleEngine::passesOver(size_t place, BodyJudge& body, RuleChoice& choice)
{
    Rule& entry = *m_rules[place];
    for (const BodyCondition& condition : std::as_const(entry.body)) {
        const Result<bool> holds = body.holds(condition);
        if (!holds) {
            ++entry.progress.unjudged;
            entry.progress.unjudgedReason = holds.error().message;
            choice.unjudged.append({entry.name(place), holds.error().message});
            note(place, choice);
        }
        if (!holds || !*holds)
            return true;
    }
    if (!entry.rule.probability || entry.draw() < *entry.rule.probability)
        return false;
    note(place, choice);
    return true;
}

void RuleEngine::take(size_t place, bool authorized, WorkTime now, RuleChoice& choice)
{
    Rule& entry = *m_rules[place];
    choice.rule = static_cast<int>(place);
    choice.name = entry.name(place);
    if (!authorized) {
        choice.reply = entry.rule.otherwise.value_or(unauthorized(*entry.rule.require));
    } else if (!entry.rule.replies.isEmpty()) {
        choice.reply = entry.rule.replies.at(static_cast<qsizetype>(entry.nextReply()));
        ++entry.progress.next;
    }
    if (authorized)
        choice.forwardTo = entry.rule.forwardTo;
    choice.delay = entry.drawDelay(choice.reply.delay);
    choice.hit = ++entry.progress.hits;
    choice.times = entry.rule.times;
    if (entry.rule.forTime && !entry.progress.since)
        entry.progress.since = now;
    note(place, choice);
}

void RuleEngine::note(size_t place, RuleChoice& choice) const
{
    choice.steps.append({static_cast<int>(place), m_rules[place]->progress});
}

std::optional<RuleChoice> RuleEngine::chooseDrop(WorkTime now)
{
    for (size_t i = 0; i < m_rules.size(); ++i) {
        const Rule& entry = *m_rules[i];
        if (!entry.live(now))
            continue;
        if (!isUnconditional(entry.rule) || entry.rule.probability || entry.rule.replies.isEmpty() ||
            entry.rule.replies.at(static_cast<qsizetype>(entry.nextReply())).fault != Fault::Drop)
            return std::nullopt;
        RuleChoice choice;
        take(i, true, now, choice);
        return choice;
    }
    return std::nullopt;
}

QList<RuleProgress> RuleEngine::progress() const
{
    QList<RuleProgress> all;
    for (const auto& entry : m_rules)
        all << entry->progress;
    return all;
}

void RuleEngine::reset(std::optional<int> place)
{
    for (size_t i = 0; i < m_rules.size(); ++i) {
        if (!place || *place == static_cast<int>(i))
            m_rules[i]->progress = RuleProgress();
    }
}

} // namespace hookworks
