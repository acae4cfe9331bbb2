// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/result.h"
#include "domain/rule_progress.h"

#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace hookworks {

/// What became of an answer; known only after the capture was committed. Replaces those members of the
/// capture.
struct CaptureAnswered
{
    CaptureId id;
    int responseStatus = 0;              ///< 0: nothing was written
    std::optional<AnswerBytes> response; ///< nullopt: as it was committed
    QString fault;
    CaptureTimings timings;
    QString forwardedTo, forwardError;
    ForwardTimings forwarding;
    std::optional<qint64> responseSent; ///< bytes of the answer that left, where not all did
    QString problem;                    ///< and why, one sentence; empty: as it was committed
    bool operator==(const CaptureAnswered&) const = default;
};

/// A long body on its way into the store. Destroyed without a commit: the store drops it.
class CaptureBody
{
public:
    virtual ~CaptureBody() = default;
    /// The next piece. `done` as for CaptureSink::commit; it says only that the piece was taken, so that the
    /// listener reads on.
    virtual void append(QByteArray piece, std::function<void(const Result<void>&)> done) = 0;
    /// What was appended, from its start, at most `most` bytes. `done` as for append().
    virtual void read(qint64 most, std::function<void(const Result<QByteArray>&)> done) = 0;
};

/// Where a listener puts what it captured. Every method is called on the listener's thread and returns at
/// once; every `done` is called exactly once, on the listener's thread, from its event loop (never from
/// inside the call), also after the listener is gone: it is harmless then.
class CaptureSink
{
public:
    using Done = std::function<void(const Result<CaptureId>&)>;

    virtual ~CaptureSink() = default;
    /// `done` with an id means: on the disk. An error makes the listener answer 503 (507 where its code is
    /// ErrorCode::Conflict: the quota is reached) instead, and warn. `steps`: what its listener's rules have
    /// come to with it, kept together with the capture.
    virtual void commit(Capture capture, const QList<RuleStep>& steps, Done done) = 0;
    virtual std::unique_ptr<CaptureBody> beginBody() = 0;
    /// The same with bodies that were streamed; `capture.body` and `wireBody` are empty then. `wire` may be
    /// null.
    virtual void commit(Capture capture, const QList<RuleStep>& steps, std::unique_ptr<CaptureBody> body,
                        std::unique_ptr<CaptureBody> wire, Done done) = 0;
    /// All of a listener's rules, because they were changed or begun anew; instead of what is kept of them.
    virtual void ruleProgress(ListenerId listener, QList<RuleProgress> progress) = 0;
    /// A part of a stored capture's body, at most `length` bytes from `offset`; `done` as for commit().
    virtual void readBody(CaptureId id, qint64 offset, qint64 length,
                          std::function<void(const Result<QByteArray>&)> done) = 0;
    /// Grouped, a few times a second; at very high rates only a part of the captures is timed this way
    /// (faults, forwarded requests and answers that could not be written always are).
    virtual void answered(QList<CaptureAnswered> answers) = 0;
};

} // namespace hookworks
