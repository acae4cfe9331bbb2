// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "store/queries.h"
#include "workbench/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// What changed since the last time; summaries, without bodies.
struct CaptureChanges
{
    QList<Capture> added;   ///< oldest first; the newest 200 of a batch
    qint64 addedInAll = 0;  ///< more than `added` holds under a flood
    QList<Capture> changed; ///< answered, matched
    QList<CaptureId> removed;
    bool operator==(const CaptureChanges&) const = default;
};

/// The words of `--where`.
struct CaptureQuery
{
    CaptureFilter filter;
    QString where; ///< see captureExpression(); empty: all
};

/// What was received.
class Captures final : public QObject
{
    Q_OBJECT

public:
    explicit Captures(Session& session);
    ~Captures() override;

    /// Newest first; the next page with filter.before. BadInput for an expression that cannot be read.
    /// Comparisons are joined by `and`: `method=POST and path=/hook* and status>=500 and valid=true`, on id,
    /// method, path, target, query, status, valid, problem, remote, rule, fault, delivery, listener, bytes,
    /// head, body, received, `header.NAME` and `$.JSON.PATH` of the body; `= != ~ < <= > >=`, `~` is
    /// "contains", `*` in = and != stands for any characters, quotes keep spaces.
    Answer<QList<Capture>> list(const CaptureQuery& query = {});
    Answer<qint64> count(const CaptureQuery& query = {});
    /// With bodies.
    Answer<Capture> get(CaptureId id);
    /// Up to `length` bytes of the body from `offset`.
    Answer<QByteArray> bodyPart(CaptureId id, qint64 offset, qint64 length);
    /// Heads of many, without bodies.
    Answer<QList<Capture>> light(const QList<CaptureId>& ids);

    /// The capture that an attempt caused, and the attempt behind a capture; NotFound where there is none.
    Answer<CaptureId> captureOf(DeliveryId id, int attempt);
    Answer<AttemptKey> attemptOf(CaptureId id);

    /// Undone by nobody: a capture is received once.
    Answer<void> remove(const QList<CaptureId>& ids);

Q_SIGNALS:
    /// Captures came or changed; at most thirty a second.
    void touched();
    /// The same with what it was. Costs nothing while nobody is connected to it.
    void changed(const hookworks::CaptureChanges& changes);

private:
    class Changes;
    Session* m_session;
    std::unique_ptr<Changes> m_changes;
};

} // namespace hookworks
