// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/answer_change.h"

#include "workbench/inspect/masking.h"
#include "workbench/inspect/wire_exchange.h"

namespace hookworks {

namespace {

constexpr qsizetype longestCompared = 1024 * 1024;

struct AnswerSide
{
    ShortAnswer said;
    QByteArray body, contentType;
};

AnswerSide sideOf(const ExportedExchange& exchange)
{
    AnswerSide side;
    side.said.id = exchange.id();
    if (exchange.capture) {
        side.said.outcome = exchange.capture->fault;
    } else if (!exchange.attempts.isEmpty()) {
        const Attempt& last = exchange.attempts.last();
        side.said.outcome = toString(last.outcome.value_or(Outcome::Unknown));
        side.said.status = last.status;
    }
    const auto wires = wireExchanges(exchange, std::nullopt);
    if (!wires || wires->isEmpty() || !wires->last().response)
        return side;
    const WireResponse& response = *wires->last().response;
    side.said.status = response.status;
    side.body = response.content;
    side.contentType = response.headers.value("Content-Type").value_or(QByteArray());
    return side;
}

} // namespace

AnswerChange answerChange(const ExportedExchange& before, const ExportedExchange& now, const Masking& masking)
{
    const AnswerSide left = sideOf(before), right = sideOf(now);
    AnswerChange change{left.said, right.said, left.body != right.body, {}, false};
    if (!change.bodyChanged || std::max(left.body.size(), right.body.size()) > longestCompared)
        return change;
    const Difference difference = Differ::compareBodies(masking.body(left.body, left.contentType),
                                                        masking.body(right.body, right.contentType));
    for (const DifferenceLine& line : difference.lines) {
        const bool blank = line.place.isEmpty() && line.left.isEmpty() && line.right.isEmpty();
        if (line.kind == DifferenceLine::Kind::Same || blank)
            continue;
        change.cut = change.body.size() == AnswerChange::mostLines;
        if (change.cut)
            break;
        change.body << line;
    }
    return change;
}

} // namespace hookworks
