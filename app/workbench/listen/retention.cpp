// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/listen/retention.h"

#include "workbench/session/session.h"

#include <QLocale>
#include <QMetaMethod>
#include <QTimer>

using namespace std::chrono_literals;

namespace hookworks {

namespace {

constexpr auto readGap = 500ms;

/// Room was made: what is counted as refused is of the past.
bool hasMoreRoom(const RetentionView& now, const RetentionView& before)
{
    return now.captures < before.captures || now.bytes < before.bytes;
}

Result<RetentionView> readView(Reader& reader)
{
    const auto quota = reader.captureQuota();
    const auto held = reader.held();
    if (!quota || !held)
        return tl::unexpected(quota ? held.error() : quota.error());
    return RetentionView{*quota, held->captures, held->captureBytes, 0};
}

} // namespace

/// Reads the totals after what changed them, at most twice a second.
class Retention::Private : public QObject
{
public:
    Private(Session& usedSession, Retention& retention)
        : session(usedSession)
        , q(retention)
    {
        m_wait.setSingleShot(true);
        m_wait.setInterval(readGap);
        connect(&m_wait, &QTimer::timeout, this, &Private::tell);
        connect(&session, &Session::committed, this, [this](const StoreChanges& changes) { take(changes); });
        connect(&session.live(), &LiveState::listenerChanged, this,
                [this](const ListenerView& view) { count(view); });
    }

    Answer<RetentionView> read()
    {
        return session.store()
            .read([](Reader& reader) { return readView(reader); })
            .then(this, [this](const Result<RetentionView>& read) { return read.map(counted()); });
    }

    /// Those of another quota.
    void forgetRefused() { m_refused = 0; }

    Session& session;
    Retention& q;

private:
    void take(const StoreChanges& changes)
    {
        if (changes.gone.total() > 0)
            Q_EMIT q.wentAway(changes.gone);
        if (changes.settings || !changes.captures.isEmpty())
            soon();
    }

    void count(const ListenerView& view)
    {
        qint64& before = m_counted[view.config.id];
        const qint64 more = std::max<qint64>(0, view.overQuota - before);
        before = view.overQuota;
        m_refused += more;
        if (more > 0)
            soon();
    }

    void soon()
    {
        static const QMetaMethod signal = QMetaMethod::fromSignal(&Retention::changed);
        if (!m_wait.isActive() && q.isSignalConnected(signal))
            m_wait.start();
    }

    void tell()
    {
        read().then(this, [this](const Result<RetentionView>& view) {
            if (view && std::exchange(m_told, *view) != *view)
                Q_EMIT q.changed(*view);
        });
    }

    /// Puts the refused ones into a view that was read.
    std::function<RetentionView(RetentionView)> counted()
    {
        return [this](RetentionView view) {
            if (hasMoreRoom(view, m_read))
                m_refused = 0;
            m_read = view;
            view.refused = m_refused;
            return view;
        };
    }

    QTimer m_wait;
    QHash<ListenerId, qint64> m_counted; ///< of each listener, as last heard
    qint64 m_refused = 0;
    RetentionView m_read; ///< without the refused ones
    std::optional<RetentionView> m_told;
};

Retention::Retention(Session& session)
    : d(std::make_unique<Private>(session, *this))
{
}

Retention::~Retention() = default;

QString Retention::words(const CapturesGone& gone)
{
    const QLocale locale;
    QStringList parts;
    if (gone.forBytes > 0)
        parts << tr("%1 for the size").arg(locale.toString(gone.forBytes));
    if (gone.forCount > 0)
        parts << tr("%1 for the number").arg(locale.toString(gone.forCount));
    if (gone.forAge > 0)
        parts << tr("%1 for the age").arg(locale.toString(gone.forAge));
    return tr("The oldest captures were removed to keep within the quota: %1.")
        .arg(parts.join(QStringLiteral(", ")));
}

Answer<RetentionView> Retention::view()
{
    return d->read();
}

Answer<void> Retention::setQuota(const CaptureQuota& quota)
{
    const bool good = quota.bytes >= 1 && quota.bytes <= largestQuotaBytes &&
                      (!quota.count || (*quota.count >= 1 && *quota.count <= largestQuotaCount)) &&
                      (!quota.age || *quota.age >= 1s);
    if (!good)
        return readyAnswer<void>(
            fail(ErrorCode::BadInput,
                 tr("The quota for captures must allow at least one byte, one capture and one second.")));
    return d->session.store()
        .write([quota](Writer& writer) { return writer.setCaptureQuota(quota); })
        .then(d.get(), [this](const Result<void>& stored) {
            if (stored)
                d->forgetRefused();
            return stored;
        });
}

} // namespace hookworks
