// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rule_engine.h"

#include "domain/words.h"

#include <QMultiHash>

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

/// Of an absolute target the path alone; one without a path means `/`.
QByteArrayView pathOf(QByteArrayView target)
{
    const qsizetype question = target.indexOf('?');
    const QByteArrayView whole = question < 0 ? target : target.first(question);
    const qsizetype scheme = whole.startsWith('/') ? -1 : whole.indexOf("://");
    if (scheme < 0)
        return whole;
    const qsizetype slash = whole.indexOf('/', scheme + 3);
    return slash < 0 ? QByteArrayView("/") : whole.sliced(slash);
}

bool methodMatches(const QString& wanted, QByteArrayView method)
{
    return wanted.isEmpty() || matchesPattern(wanted.toUtf8(), method);
}

bool pathMatches(const QString& wanted, QByteArrayView target)
{
    return wanted.isEmpty() || matchesPattern(wanted.toUtf8(), pathOf(target));
}

QByteArray decodedPart(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' '));
}

using QueryFields = QMultiHash<QByteArray, QByteArray>;

QueryFields queryFields(QByteArrayView target)
{
    QueryFields fields;
    qsizetype begin = target.indexOf('?') + 1;
    while (begin > 0 && begin <= target.size()) {
        const qsizetype ampersand = target.indexOf('&', begin);
        const qsizetype end = ampersand < 0 ? target.size() : ampersand;
        const QByteArrayView part = target.sliced(begin, end - begin);
        const qsizetype equals = part.indexOf('=');
        fields.insert(decodedPart(equals < 0 ? part : part.first(equals)),
                      equals < 0 ? QByteArray() : decodedPart(part.sliced(equals + 1)));
        begin = end + 1;
    }
    return fields;
}

bool queryHas(const QueryFields& fields, const QString& name, const QString& value)
{
    const QByteArray pattern = value.toUtf8();
    const auto [first, last] = fields.equal_range(name.toUtf8());
    return std::any_of(first, last, [&](const QByteArray& one) { return matchesPattern(pattern, one); });
}

bool headerHas(const HeaderList& headers, const QString& name, const QString& value)
{
    const QByteArray pattern = value.toUtf8();
    return std::ranges::any_of(headers.values(name.toUtf8()),
                               [&](const QByteArray& one) { return matchesPattern(pattern, one); });
}

/// What comes before the body, with its query taken apart once, where a rule asks for it.
class RequestHeadFacts
{
public:
    explicit RequestHeadFacts(const RuleRequest& request)
        : m_request(request)
    {
    }

    bool fit(const ReplyMatch& match)
    {
        if (!methodMatches(match.method, m_request.method) || !pathMatches(match.path, m_request.target))
            return false;
        if (!match.query.isEmpty() && !m_query)
            m_query = queryFields(m_request.target);
        const auto hasQuery = [&](const auto& one) { return queryHas(*m_query, one.first, one.second); };
        const auto hasHeader = [&](const auto& one) {
            return headerHas(m_request.headers, one.first, one.second);
        };
        return std::ranges::all_of(match.query, hasQuery) && std::ranges::all_of(match.header, hasHeader);
    }

private:
    const RuleRequest& m_request;
    std::optional<QueryFields> m_query;
};

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

bool matchesPattern(QByteArrayView pattern, QByteArrayView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

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
    RequestHeadFacts head(request);
    return std::ranges::any_of(m_rules, [&](const auto& entry) {
        return entry->live(request.now) && !entry->body.isEmpty() && head.fit(entry->rule.match);
    });
}

RuleChoice RuleEngine::choose(const RuleRequest& request)
{
    RuleChoice choice;
    RequestHeadFacts head(request);
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
    ++entry.progress.hits;
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
