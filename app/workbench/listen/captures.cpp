// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/listen/captures.h"

#include "workbench/session/page_gathering.h"
#include "workbench/session/session.h"

#include <QMetaMethod>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype mostRead = 200;

using CaptureIdPage = SearchPage<CaptureId, CaptureId>;

template <class Page>
void nextCaptures(CaptureFilter& filter, const Page& page)
{
    (filter.oldestFirst ? filter.after : filter.before) = page.next;
}

/// Of `ids`, the newest that are read.
QList<CaptureId> newest(const QSet<CaptureId>& ids)
{
    QList<CaptureId> sorted = ids.values();
    std::ranges::sort(sorted);
    return sorted.sliced(std::max<qsizetype>(0, sorted.size() - mostRead));
}

} // namespace

/// Tells new captures from those that changed by their ids: they count up.
class Captures::Changes : public QObject
{
public:
    Changes(Session& session, Captures& captures)
        : m_session(session)
        , m_captures(captures)
    {
        connect(&session, &Session::committed, this, [this](const StoreChanges& changes) {
            if (!changes.captures.isEmpty())
                Q_EMIT m_captures.touched();
            static const QMetaMethod signal = QMetaMethod::fromSignal(&Captures::changed);
            if (!m_captures.isSignalConnected(signal))
                return;
            m_removed.subtract(changes.captures);
            m_removed |= changes.removedCaptures;
            m_ids |= changes.captures;
            m_ids.subtract(changes.removedCaptures);
            read();
        });
        CaptureFilter latest;
        latest.limit = 1;
        session.store()
            .read([latest](Reader& reader) { return reader.captures(latest); })
            .then(this, [this](const Result<QList<Capture>>& found) {
                if (found && !found->isEmpty())
                    m_last = std::max(m_last, found->first().id);
            });
    }

private:
    /// What is told at once.
    struct Batch
    {
        QList<CaptureId> ids; ///< to be read
        qint64 flood = 0;     ///< so many new ones that they are counted and not read
        QSet<CaptureId> removed;
    };

    void read()
    {
        if (m_reading || (m_ids.isEmpty() && m_removed.isEmpty()))
            return;
        m_reading = true;
        const Batch batch = takeBatch();
        if (batch.ids.isEmpty())
            return tell({}, batch);
        m_session.store()
            .read([ids = batch.ids](Reader& reader) { return reader.capturesOf(ids); })
            .then(this, [this, batch](const Result<QList<Capture>>& captures) {
                if (captures)
                    return tell(*captures, batch);
                m_reading = false;
                read();
            });
    }

    Batch takeBatch()
    {
        QSet<CaptureId> known = std::exchange(m_ids, {});
        QSet<CaptureId> added;
        for (const CaptureId id : std::as_const(known)) {
            if (id > m_last)
                added.insert(id);
        }
        if (added.size() <= mostRead)
            return {newest(known), 0, std::exchange(m_removed, {})};
        m_last = *std::ranges::max_element(added);
        known.subtract(added);
        return {newest(known), added.size(), std::exchange(m_removed, {})};
    }

    void tell(QList<Capture> captures, const Batch& batch)
    {
        CaptureChanges changes;
        std::ranges::sort(captures, {}, &Capture::id);
        QSet<CaptureId> gone(batch.ids.begin(), batch.ids.end());
        const CaptureId last = m_last;
        for (const Capture& capture : std::as_const(captures)) {
            gone.remove(capture.id);
            (capture.id > last ? changes.added : changes.changed).append(capture);
            m_last = std::max(m_last, capture.id);
        }
        changes.removed = (gone | batch.removed).values();
        changes.addedInAll = changes.added.size() + batch.flood;
        m_reading = false;
        Q_EMIT m_captures.changed(changes);
        read();
    }

    Session& m_session;
    Captures& m_captures;
    QSet<CaptureId> m_ids, m_removed;
    CaptureId m_last;
    bool m_reading = false;
};

Captures::Captures(Session& session)
    : m_session(&session)
    , m_changes(std::make_unique<Changes>(session, *this))
{
}

Captures::~Captures() = default;

Answer<CapturePage> Captures::find(CaptureFilter filter)
{
    filter.now = m_session->clock().now();
    return m_session->store().read([filter](Reader& reader) { return reader.findCaptures(filter, onePage); },
                                   filter.asker);
}

Answer<CapturePage> Captures::findAll(CaptureFilter filter)
{
    return PageGathering<CapturePage, CaptureFilter>::gathered(
        *this, filter, [this](const CaptureFilter& one) { return find(one); }, nextCaptures<CapturePage>);
}

Answer<CaptureSummaryPage> Captures::findSummaries(CaptureFilter filter)
{
    filter.now = m_session->clock().now();
    return m_session->store().read(
        [filter](CaptureReader& reader) { return reader.findCaptureSummaries(filter, onePage); },
        filter.asker);
}

Answer<CaptureSummaryPage> Captures::findAllSummaries(CaptureFilter filter)
{
    return PageGathering<CaptureSummaryPage, CaptureFilter>::gathered(
        *this, filter, [this](const CaptureFilter& one) { return findSummaries(one); },
        nextCaptures<CaptureSummaryPage>);
}

Answer<QList<Capture>> Captures::list(const CaptureFilter& filter)
{
    return findAll(filter).then(this, [](const Result<CapturePage>& page) {
        return page.map([](const CapturePage& found) { return found.rows; });
    });
}

Answer<QList<CaptureId>> Captures::ids(CaptureFilter filter)
{
    filter.now = m_session->clock().now();
    const auto find = [this](const CaptureFilter& one) {
        return m_session->store().read([one](Reader& reader) { return reader.captureIds(one, onePage); });
    };
    return PageGathering<CaptureIdPage, CaptureFilter>::gathered(*this, filter, find,
                                                                 nextCaptures<CaptureIdPage>)
        .then(this, [](const Result<CaptureIdPage>& page) {
            return page.map([](const CaptureIdPage& found) { return found.rows; });
        });
}

Answer<qint64> Captures::count(CaptureFilter filter)
{
    if (filter.where.isEverything())
        return m_session->store().read([](Reader& reader) { return reader.captureCount(); });
    filter.limit = 0;
    return ids(filter).then(this, [](const Result<QList<CaptureId>>& found) {
        return found.map([](const QList<CaptureId>& all) { return qint64(all.size()); });
    });
}

Answer<Capture> Captures::get(CaptureId id)
{
    return m_session->store().read([id](Reader& reader) { return reader.capture(id); });
}

Answer<QByteArray> Captures::bodyPart(CaptureId id, qint64 offset, qint64 length)
{
    return m_session->store().read([id, offset, length](Reader& reader) {
        return reader.captureBytes(id, BodyForm::Decoded, offset, length);
    });
}

Answer<QList<Capture>> Captures::light(const QList<CaptureId>& ids)
{
    return m_session->store().read([ids](Reader& reader) { return reader.capturesOf(ids); });
}

Answer<CaptureId> Captures::captureOf(DeliveryId id, int attempt)
{
    return m_session->store().read([id, attempt](Reader& reader) { return reader.captureOf(id, attempt); });
}

Answer<AttemptKey> Captures::attemptOf(CaptureId id)
{
    return m_session->store().read([id](Reader& reader) { return reader.attemptOf(id); });
}

} // namespace hookworks
