// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/reply_rule.h"

#include "domain/faults.h"

#include <QHash>

#include <array>

namespace hookworks {

namespace {

/// The one list of them: a new one is a line here.
constexpr std::array<std::pair<Fault, QLatin1String>, 7> faultWords{
    {{Fault::Reset, QLatin1String("reset")},
     {Fault::Close, QLatin1String("close")},
     {Fault::Hang, QLatin1String("hang")},
     {Fault::Drip, QLatin1String("drip")},
     {Fault::Truncate, QLatin1String("truncate")},
     {Fault::Garbage, QLatin1String("garbage")},
     {Fault::Drop, QLatin1String("drop")}}};

/// Not of everything: enough to tell the rules of one list apart.
size_t hashOf(const Reply& reply, size_t seed)
{
    return qHashMulti(seed, reply.status, reply.body, reply.bodyFile, reply.delay.max.count());
}

} // namespace

size_t qHash(const ReplyRule& rule, size_t seed)
{
    seed = qHashMulti(seed, rule.name, rule.match.method, rule.match.path, rule.forwardTo,
                      rule.times.value_or(0), rule.seed);
    for (const auto* pairs : {&rule.match.query, &rule.match.header, &rule.match.body}) {
        for (const auto& [name, value] : *pairs)
            seed = qHashMulti(seed, name, value);
    }
    for (const Reply& reply : rule.replies)
        seed = hashOf(reply, seed);
    return seed;
}

QList<Fault> allFaults()
{
    QList<Fault> all;
    for (const auto& [fault, word] : faultWords)
        all << fault;
    return all;
}

QString toString(Fault fault)
{
    for (const auto& [known, word] : faultWords) {
        if (known == fault)
            return word;
    }
    return {};
}

std::optional<Fault> faultFromString(QStringView text)
{
    for (const auto& [fault, word] : faultWords) {
        if (word == text)
            return fault;
    }
    return std::nullopt;
}

Reply unauthorized(const RequiredAuth& auth)
{
    Reply reply;
    reply.status = 401;
    reply.headers.append("WWW-Authenticate", auth.bearer.isEmpty() ? "Basic realm=\"hookworks\"" : "Bearer");
    return reply;
}

} // namespace hookworks
