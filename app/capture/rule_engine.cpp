// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rule_engine.h"

#include <QCoreApplication>

#include <algorithm>
#include <random>

namespace hookworks {

struct RuleEngine::Rule
{
    explicit Rule(ReplyRule from)
        : rule(std::move(from))
        , random(rule.seed)
    {
    }

    ReplyRule rule;
    qint64 hits = 0;
    size_t next = 0; ///< of the sequence
    std::mt19937 random;

    bool live() const { return rule.enabled && (!rule.times || hits < *rule.times); }
    double draw() { return std::uniform_real_distribution<double>(0, 1)(random); }
};

namespace {

/// An array or object of more bytes is compared with nothing.
constexpr qsizetype longestCompared = 256 * 1024;

QByteArrayView withoutAuthority(QByteArrayView target)
{
    const qsizetype scheme = target.startsWith('/') ? -1 : target.indexOf("://");
    if (scheme < 0)
        return target;
    const qsizetype slash = target.indexOf('/', scheme + 3);
    return slash < 0 ? QByteArrayView("/") : target.sliced(slash);
}

bool methodMatches(const QString& wanted, QByteArrayView method)
{
    return wanted.isEmpty() || matchesPattern(wanted.toUtf8(), method);
}

bool pathMatches(const QString& wanted, QByteArrayView target)
{
    if (wanted.isEmpty())
        return true;
    const QByteArrayView whole = withoutAuthority(target);
    const qsizetype question = whole.indexOf('?');
    return matchesPattern(wanted.toUtf8(), question < 0 ? whole : whole.first(question));
}

QByteArray decoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

bool queryHas(QByteArrayView target, const QString& name, const QString& value)
{
    const qsizetype question = target.indexOf('?');
    if (question < 0)
        return false;
    const QList<QByteArray> parts = target.sliced(question + 1).toByteArray().split('&');
    return std::ranges::any_of(parts, [&](const QByteArray& part) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray key = decoded(equals < 0 ? part : part.first(equals));
        return key == name.toUtf8() &&
               matchesPattern(value.toUtf8(), equals < 0 ? QByteArray() : decoded(part.sliced(equals + 1)));
    });
}

bool headerHas(const HeaderList& headers, const QString& name, const QString& value)
{
    const QByteArray pattern = value.toUtf8();
    return std::ranges::any_of(headers.values(name.toUtf8()),
                               [&](const QByteArray& one) { return matchesPattern(pattern, one); });
}

/// What the conditions of all rules look at in a body; read once, and only where a rule asks for it.
class BodyValues
{
public:
    BodyValues(const QByteArray& body, const BodyPaths& sought)
        : m_body(body)
        , m_sought(sought)
    {
    }
    /// As leafText(); nullopt where the body is no JSON or has nothing there, or an array or object that is
    /// too long to be compared.
    std::optional<QString> at(const QString& path)
    {
        if (!m_spans)
            m_spans = locate(m_body, m_sought.paths);
        const auto span = *m_spans ? (*m_spans)->value(m_sought.texts.indexOf(path)) : std::nullopt;
        if (!span)
            return std::nullopt;
        const QByteArrayView text = QByteArrayView(m_body).sliced(span->offset, span->end - span->offset);
        if (text.size() > longestCompared && (text.front() == '[' || text.front() == '{'))
            return std::nullopt;
        const auto value = readJson(text);
        return value ? std::optional(leafText(*value)) : std::nullopt;
    }

private:
    const QByteArray& m_body;
    const BodyPaths& m_sought;
    std::optional<tl::expected<QList<std::optional<JsonSpan>>, JsonProblem>> m_spans;
};

bool bodyMatches(const QList<std::pair<QString, QString>>& wanted, BodyValues& body)
{
    return std::ranges::all_of(wanted, [&](const auto& condition) {
        const auto text = body.at(condition.first);
        return text && matchesPattern(condition.second.toUtf8(), text->toUtf8());
    });
}

BodyPaths bodyPaths(const QList<ReplyRule>& rules)
{
    BodyPaths sought;
    for (const ReplyRule& rule : rules) {
        for (const auto& [text, value] : rule.match.body) {
            const auto path = JsonPath::parse(text);
            if (!path || sought.texts.contains(text))
                continue;
            sought.texts << text;
            sought.paths << *path;
        }
    }
    return sought;
}

bool matchesBeforeBody(const ReplyMatch& match, const RuleRequest& request)
{
    if (!methodMatches(match.method, request.method) || !pathMatches(match.path, request.target))
        return false;
    const auto hasQuery = [&](const auto& one) { return queryHas(request.target, one.first, one.second); };
    const auto hasHeader = [&](const auto& one) { return headerHas(request.headers, one.first, one.second); };
    return std::ranges::all_of(match.query, hasQuery) && std::ranges::all_of(match.header, hasHeader);
}

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
RuleEngine::RuleEngine(const QList<ReplyRule>& rules)
{
    setRules(rules);
}
RuleEngine::~RuleEngine() = default;
RuleEngine::RuleEngine(RuleEngine&&) noexcept = default;
RuleEngine& RuleEngine::operator=(RuleEngine&&) noexcept = default;

void RuleEngine::setRules(const QList<ReplyRule>& rules)
{
    std::vector<std::unique_ptr<Rule>> fresh;
    for (const ReplyRule& rule : rules) {
        const auto same =
            std::ranges::find_if(m_rules, [&](const auto& old) { return old && old->rule == rule; });
        fresh.push_back(same == m_rules.end() ? std::make_unique<Rule>(rule) : std::move(*same));
    }
    m_rules = std::move(fresh);
    m_bodyPaths = bodyPaths(rules);
}

namespace {

template <class Rule>
Reply nextReply(Rule& entry)
{
    const QList<Reply>& replies = entry.rule.replies;
    if (replies.isEmpty())
        return {};
    const auto count = static_cast<size_t>(replies.size());
    const size_t place = entry.rule.repeat ? entry.next % count : std::min(entry.next, count - 1);
    ++entry.next;
    return replies.at(static_cast<qsizetype>(place));
}

template <class Rule>
RuleChoice take(Rule& entry, int place, bool authorized)
{
    RuleChoice choice;
    choice.rule = place;
    choice.name = entry.rule.name.isEmpty()
                      ? QCoreApplication::translate("hookworks", "rule %1").arg(place + 1)
                      : entry.rule.name;
    choice.reply =
        authorized ? nextReply(entry) : entry.rule.otherwise.value_or(unauthorized(*entry.rule.require));
    if (authorized)
        choice.forwardTo = entry.rule.forwardTo;
    const ReplyDelay& delay = choice.reply.delay;
    choice.delay = delay.max <= delay.min ? delay.min
                                          : Micros(std::uniform_int_distribution<qint64>(
                                                delay.min.count(), delay.max.count())(entry.random));
    ++entry.hits;
    return choice;
}

} // namespace

bool RuleEngine::needsBody(const RuleRequest& request) const
{
    return std::ranges::any_of(m_rules, [&](const auto& entry) {
        return entry->live() && !entry->rule.match.body.isEmpty() &&
               matchesBeforeBody(entry->rule.match, request);
    });
}

RuleChoice RuleEngine::choose(const RuleRequest& request)
{
    BodyValues body(request.body, m_bodyPaths);
    for (size_t i = 0; i < m_rules.size(); ++i) {
        Rule& entry = *m_rules[i];
        if (!entry.live() || !matchesBeforeBody(entry.rule.match, request) ||
            !bodyMatches(entry.rule.match.body, body))
            continue;
        if (entry.rule.probability && entry.draw() >= *entry.rule.probability)
            continue;
        return take(entry, static_cast<int>(i),
                    !entry.rule.require || carries(*entry.rule.require, request.headers));
    }
    return {};
}

std::optional<RuleChoice> RuleEngine::chooseDrop()
{
    for (size_t i = 0; i < m_rules.size(); ++i) {
        Rule& entry = *m_rules[i];
        if (!entry.live())
            continue;
        if (!isUnconditional(entry.rule) || entry.rule.probability || entry.rule.replies.isEmpty())
            return std::nullopt;
        const auto count = static_cast<size_t>(entry.rule.replies.size());
        const size_t place = entry.rule.repeat ? entry.next % count : std::min(entry.next, count - 1);
        if (entry.rule.replies.at(static_cast<qsizetype>(place)).fault != Fault::Drop)
            return std::nullopt;
        return take(entry, static_cast<int>(i), true);
    }
    return std::nullopt;
}

QList<qint64> RuleEngine::hits() const
{
    QList<qint64> all;
    for (const auto& entry : m_rules)
        all << entry->hits;
    return all;
}

} // namespace hookworks
