// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/answer_choice.h"

#include "capture/listener_core.h"
#include "domain/words.h"
#include "http/forwarded_request.h"

namespace hookworks {

namespace {

/// Whether a fault, or none, leaves something to write.
bool hasBytes(std::optional<Fault> fault)
{
    return !fault || fault == Fault::Drip || fault == Fault::Truncate || fault == Fault::Garbage;
}

RenderedAnswer rendered(const Reply& reply, const AnswerContext& context)
{
    if (!hasBytes(reply.fault))
        return {0, {}, true};
    if (reply.fault == Fault::Garbage)
        return {0, {reply.body.isEmpty() ? garbage() : reply.body, {}}, true};
    return reply.fault == Fault::Truncate ? renderTruncated(reply, context) : renderAnswer(reply, context);
}

Result<void> loadBodyFile(ListenerCore& core, Reply& reply)
{
    if (reply.bodyFile.isEmpty() || !hasBytes(reply.fault))
        return {};
    return core.bodyFiles().read(reply.bodyFile).map([&](const QByteArray& bytes) { reply.body = bytes; });
}

RenderedAnswer refusal(int status, const QString& words, const AnswerContext& context)
{
    return renderRefusal(status, words, context.toHead, context.now);
}

/// What is passed on gets its answer after the commit.
void chooseForwarding(AnswerChoice& choice, const RequestHead& head)
{
    if (!wasForwarded(head.headers))
        return;
    choice.forwardError = tr("The request was passed on already.");
    choice.answer = refusal(508, choice.forwardError, choice.context);
}

void chooseReply(ListenerCore& core, AnswerChoice& choice, const RequestHead& head)
{
    RuleChoice& rule = choice.rule;
    const bool forwards = !rule.forwardTo.isEmpty();
    if (head.method == "CONNECT" && (forwards || rule.rule < 0)) {
        rule.forwardTo.clear();
        choice.answer = refusal(501, tr("This is no proxy."), choice.context);
    } else if (forwards && endsHere(head)) {
        rule.forwardTo.clear();
        choice.answer = renderAnswer(answerHere(head), choice.context);
    } else if (forwards) {
        chooseForwarding(choice, head);
    } else if (const auto loaded = loadBodyFile(core, rule.reply); !loaded) {
        rule.reply.fault.reset();
        choice.answer = refusal(500, loaded.error().message, choice.context);
    } else {
        choice.answer = rendered(rule.reply, choice.context);
    }
}

} // namespace

AnswerChoice chooseAnswer(ListenerCore& core, const RequestHead& head, const Result<QByteArray>& body,
                          bool keeps)
{
    AnswerChoice choice;
    choice.context = {head.method == "HEAD", head.keepsConnection && keeps, head.version == "1.0",
                      core.now()};
    choice.rule = core.rules().choose({head.method, head.target, head.headers, body.value_or(QByteArray()),
                                       core.workTime(), body ? QString() : body.error().message});
    for (const auto& [rule, reason] : std::as_const(choice.rule.unjudged))
        core.news().unjudged(rule, reason);
    chooseReply(core, choice, head);
    return choice;
}

} // namespace hookworks
