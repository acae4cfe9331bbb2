// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/answer_outcome.h"

namespace hookworks {

CaptureAnswered outcomeOf(const Capture& capture, const RequestTimes& times, bool forwarded)
{
    CaptureAnswered answered{capture.id,
                             capture.responseStatus,
                             {},
                             capture.fault,
                             capture.timings,
                             capture.forwardedTo,
                             capture.forwardError,
                             capture.forwarding,
                             {},
                             {}};
    answered.timings.think = between(times.ended, times.answered);
    answered.timings.write = between(times.answered, std::chrono::steady_clock::now());
    if (forwarded)
        answered.response = capture.response;
    return answered;
}

CaptureAnswered brokenOutcome(CaptureAnswered whole, const Capture& capture, const QString& why,
                              qint64 written)
{
    whole.problem = why;
    whole.responseSent = written;
    if (written > 0)
        return whole;
    whole.timings = capture.timings;
    whole.responseStatus = 0;
    whole.response = AnswerBytes();
    whole.responseSent.reset();
    return whole;
}

} // namespace hookworks
