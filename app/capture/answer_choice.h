// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/answer.h"
#include "capture/rule_engine.h"
#include "http/request_framer.h"

namespace hookworks {

class ListenerCore;

/// What the reply rules chose for a request.
struct AnswerChoice
{
    RuleChoice rule;       ///< `forwardTo` is empty where it is answered here
    RenderedAnswer answer; ///< empty where the request is passed on
    AnswerContext context;
    QString forwardError; ///< it was to be passed on, and is not
    bool forwards() const { return !rule.forwardTo.isEmpty() && forwardError.isEmpty(); }
};

/// `body`: what conditions look into, or why they cannot. The rules go on with it. `keeps`: the connection
/// may go on. Blocks for a body file that has to be read.
AnswerChoice chooseAnswer(ListenerCore& core, const RequestHead& head, const Result<QByteArray>& body,
                          bool keeps);

} // namespace hookworks
