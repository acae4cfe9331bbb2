// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rule_sets.h"

#include "domain/faults.h"
#include "domain/words.h"

namespace hookworks {

namespace {

ReplyRule answering(const QString& name, Reply reply)
{
    ReplyRule rule;
    rule.name = name;
    rule.replies = {std::move(reply)};
    return rule;
}

Reply status(int code, HeaderList headers = {})
{
    Reply reply;
    reply.status = code;
    reply.headers = std::move(headers);
    return reply;
}

ReplyRule flaky()
{
    ReplyRule rule = answering(tr("Flaky 30 %"), status(500));
    rule.probability = 0.3;
    return rule;
}

ReplyRule slow()
{
    Reply reply = status(200);
    reply.delay = {std::chrono::seconds(2), std::chrono::seconds(5)};
    return answering(tr("Slow"), reply);
}

ReplyRule rateLimited()
{
    ReplyRule rule = answering(tr("Rate-limited"), status(429, {{{"Retry-After", "2"}}}));
    rule.replies << rule.replies.first() << status(200);
    rule.repeat = true;
    return rule;
}

QList<ReplyRule> oneOfEachFault()
{
    QList<ReplyRule> rules;
    for (const Fault fault : allFaults()) {
        Reply reply;
        reply.fault = fault;
        if (fault == Fault::Drip)
            reply.delay = {std::chrono::milliseconds(500), std::chrono::milliseconds(500)};
        ReplyRule rule = answering(toString(fault), reply);
        rule.match.path = u'/' + toString(fault);
        rules << rule;
    }
    return rules;
}

} // namespace

ReplyRule downFor(int times)
{
    ReplyRule rule = answering(QStringLiteral("down for %1").arg(times), status(503));
    rule.times = times;
    return rule;
}

QList<RuleSet> ruleSets()
{
    return {
        {QStringLiteral("always-200"), tr("Always 200"), {answering(tr("Always 200"), status(200))}},
        {QStringLiteral("down-for-3"), tr("Down for 3"), {downFor(3)}},
        {QStringLiteral("flaky-30"), tr("Flaky 30 %"), {flaky()}},
        {QStringLiteral("slow"), tr("Slow"), {slow()}},
        {QStringLiteral("rate-limited"), tr("Rate-limited with Retry-After"), {rateLimited()}},
        {QStringLiteral("gone"), tr("410 Gone"), {answering(tr("Gone"), status(410))}},
        {QStringLiteral("redirect"),
         tr("Redirect"),
         {answering(tr("Redirect"), status(302, {{{"Location", "/elsewhere"}}}))}},
        {QStringLiteral("faults"), tr("One of each fault"), oneOfEachFault()},
    };
}

} // namespace hookworks
