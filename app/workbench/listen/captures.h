// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "store/queries.h"
#include "store/search_page.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// What changed since the last time; summaries, without bodies.
struct CaptureChanges
{
    QList<Capture> added;   ///< oldest first; none under a flood: more than 200 at once
    qint64 addedInAll = 0;  ///< under a flood, too
    QList<Capture> changed; ///< answered, matched
    QList<CaptureId> removed;
    bool operator==(const CaptureChanges&) const = default;
};

/// What was received.
class Captures final : public QObject
{
    Q_OBJECT

public:
    explicit Captures(Session& session);
    ~Captures() override;

    /// What a search finds in a few hundredths of a second, newest first; it goes on with `next` as the
    /// filter's `before` (`after` where the oldest come first). The filter's `now` is the present, here and
    /// below.
    Answer<CapturePage> find(CaptureFilter filter);
    /// The same until the filter's limit or the end, however long it takes; others are answered in between.
    Answer<CapturePage> findAll(CaptureFilter filter);
    /// The same without heads and bodies: what a list shows.
    Answer<CaptureSummaryPage> findSummaries(CaptureFilter filter);
    Answer<CaptureSummaryPage> findAllSummaries(CaptureFilter filter);
    Answer<QList<Capture>> list(const CaptureFilter& filter = {});
    /// Of all that the filter finds, without its page and limit.
    Answer<qint64> count(CaptureFilter filter = {});
    /// The ids alone, for what is done with all of them.
    Answer<QList<CaptureId>> ids(CaptureFilter filter);
    /// With bodies.
    Answer<Capture> get(CaptureId id);
    /// Up to `length` bytes of the body from `offset`.
    Answer<QByteArray> bodyPart(CaptureId id, qint64 offset, qint64 length);
    /// Heads of many, without bodies.
    Answer<QList<Capture>> light(const QList<CaptureId>& ids);

    /// The capture that an attempt caused, and the attempt behind a capture; NotFound where there is none.
    Answer<CaptureId> captureOf(DeliveryId id, int attempt);
    Answer<AttemptKey> attemptOf(CaptureId id);

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
