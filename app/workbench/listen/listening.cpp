// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/listen/listening.h"

#include "capture/authority.h"
#include "capture/rule_sets.h"
#include "json/values_rules.h"
#include "workbench/listen/past_listeners.h"
#include "workbench/session/io_parts.h"
#include "workbench/session/saved_file.h"
#include "workbench/session/session.h"

#include <QHostAddress>

#include <algorithm>

namespace hookworks {

namespace {

bool isAdHoc(ListenerId id)
{
    return id.number < 0;
}

} // namespace

/// The views of all listeners, remembered or not, as last heard.
class Listening::Private : public QObject
{
public:
    Private(Session& usedSession, Listening& listening)
        : session(usedSession)
        , q(listening)
    {
        connect(&session.live(), &LiveState::listenerChanged, this,
                [this](const ListenerView& view) { put(view); });
        connect(&session, &Session::committed, this, [this](const StoreChanges& changes) {
            if (changes.listeners)
                read();
        });
    }

    void put(const ListenerView& view)
    {
        if (gone.contains(view.config.id))
            return;
        views[view.config.id] = view;
        Q_EMIT q.changed(view);
    }

    struct Stored
    {
        QList<ListenerConfig> configs;
        RuleProgressOf progress;
    };

    /// Takes over what is stored; what runs stays as it is heard.
    QList<ListenerView> take(const Stored& stored)
    {
        QSet<ListenerId> ids;
        for (const ListenerConfig& config : stored.configs) {
            ids.insert(config.id);
            gone.remove(config.id);
            ListenerView& view = views[config.id];
            ListenerView now = view.running ? view : resting(config, stored.progress.value(config.id));
            now.problem = view.problem;
            now.portTaken = view.portTaken;
            now.config = config;
            if (now == view)
                continue;
            view = now;
            Q_EMIT q.changed(view);
        }
        for (const ListenerId id : views.keys()) {
            if (isAdHoc(id) || ids.contains(id))
                continue;
            gone.insert(id);
            views.remove(id);
            Q_EMIT q.removed(id);
        }
        return all();
    }

    Answer<QList<ListenerView>> read()
    {
        return session.store()
            .read([](Reader& reader) {
                return reader.listeners().and_then([&](const QList<ListenerConfig>& configs) {
                    return reader.ruleProgress().map([&](const RuleProgressOf& progress) {
                        return Stored{configs, progress};
                    });
                });
            })
            .then(this, [this](const Result<Stored>& stored) -> Result<QList<ListenerView>> {
                if (!stored)
                    return tl::unexpected<Error>(stored.error());
                return take(*stored);
            });
    }

    QList<ListenerView> all() const
    {
        QList<ListenerView> list;
        for (const bool adHoc : {false, true}) {
            for (const ListenerView& view : views) {
                if (isAdHoc(view.config.id) == adHoc)
                    list.append(view);
            }
        }
        return list;
    }

    Answer<void> remember(ListenerId id, bool enabled)
    {
        return session.store().write([id, enabled](Writer& writer) -> Result<void> {
            auto config = writer.listener(id);
            if (!config)
                return tl::unexpected<Error>(config.error());
            config->enabled = enabled;
            return writer.updateListener(*config);
        });
    }

    Session& session;
    Listening& q;
    QMap<ListenerId, ListenerView> views;
    QSet<ListenerId> gone; ///< removed: late news of them is dropped
};

Listening::Listening(Session& session)
    : d(std::make_unique<Private>(session, *this))
{
    connect(&session.live(), &LiveState::listenerWarned, this, &Listening::warned);
    connect(&session.live(), &LiveState::listenerUrlChanged, this, &Listening::urlChanged);
}

Listening::~Listening() = default;

Answer<QList<ListenerView>> Listening::list()
{
    return d->read();
}

QList<ListenerView> Listening::known() const
{
    return d->all();
}

std::optional<QString> Listening::url() const
{
    const QString& url = d->session.live().listenerUrl();
    return url.isEmpty() ? std::nullopt : std::optional(url);
}

QString Listening::resolved(const QString& text) const
{
    QString copy = text;
    return url() ? copy.replace(QLatin1String("{listener}"), *url()) : text;
}

Answer<ListenerId> Listening::add(const ListenerConfig& config)
{
    return d->session.store().write([config](Writer& writer) { return writer.addListener(config); });
}

Answer<void> Listening::update(const ListenerConfig& config)
{
    if (isAdHoc(config.id))
        return d->session.askIo(
            [config](IoParts& io) { return io.listeners().update(config).map([](const ListenerView&) {}); });
    return d->session.store()
        .write([config](Writer& writer) { return writer.updateListener(config); })
        .then(this, [this, config](const Result<void>& stored) {
            if (stored)
                d->session.onIo([config](IoParts& io) {
                    static_cast<void>(io.listeners().update(config)); // its view tells a failure
                });
            return stored;
        });
}

Answer<ListenerConfig> Listening::remove(ListenerId id)
{
    d->session.onIo([id](IoParts& io) { io.listeners().stop(id); });
    return d->session.store().write([id](Writer& writer) { return writer.removeListener(id); });
}

Answer<void> Listening::restore(const ListenerConfig& config)
{
    return d->session.store().write(
        [config](Writer& writer) { return writer.addListener(config).map([](ListenerId) {}); });
}

/// Read in the order of what is written, so that the last hits before it was stopped count.
Answer<ListenerView> Listening::start(ListenerId id)
{
    using Start = std::pair<ListenerConfig, QList<RuleProgress>>;
    return d->session.store()
        .write([id](Writer& writer) {
            return writer.listener(id).and_then([&](const ListenerConfig& config) {
                return writer.ruleProgressOf(id).map([&](const QList<RuleProgress>& progress) {
                    return Start{config, progress};
                });
            });
        })
        .then(this,
              [this](const Result<Start>& stored) {
                  if (!stored)
                      return readyAnswer<ListenerView>(tl::unexpected<Error>(stored.error()));
                  Start wanted = *stored;
                  wanted.first.enabled = true;
                  return d->session.askIo(
                      [wanted](IoParts& io) { return io.listeners().start(wanted.first, wanted.second); });
              })
        .then(this, [this, id](const Result<ListenerView>& view) {
            if (view)
                d->remember(id, true);
            return view;
        });
}

/// After the changes that were asked for before, which go through the store too. A running one has it stored
/// by itself.
Answer<void> Listening::resetRules(ListenerId id, std::optional<int> place)
{
    return d->session.store()
        .write([](Writer&) { return Result<void>(); })
        .then(this,
              [this, id, place](const Result<void>&) {
                  return d->session.askIo([id, place](IoParts& io) -> Result<bool> {
                      return io.listeners().resetRules(id, place);
                  });
              })
        .then(this, [this, id, place](const Result<bool>& runs) {
            if (!runs || *runs)
                return readyAnswer<void>(runs.map([](bool) {}));
            return d->session.store().write(
                [id, place](Writer& writer) { return writer.resetRules(id, place); });
        });
}

Answer<void> Listening::stop(ListenerId id)
{
    if (isAdHoc(id))
        return stopAdHoc(id);
    return d->session
        .askIo([id](IoParts& io) {
            io.listeners().stop(id);
            return Result<void>();
        })
        .then(this, [this, id](const Result<void>&) { return d->remember(id, false); });
}

/// By chance, so that captures of an earlier run are never taken for its own.
ListenerId Listening::newAdHocId() const
{
    return ListenerId{-1 - static_cast<qint64>(d->session.random().next() >> 12)};
}

Answer<ListenerView> Listening::startAdHoc(const ListenerConfig& config)
{
    ListenerConfig wanted = config;
    if (!isAdHoc(wanted.id))
        wanted.id = newAdHocId();
    wanted.enabled = true;
    d->gone.remove(wanted.id);
    (void)d->session.store().write([wanted](Writer& writer) { return rememberPast(writer, wanted); });
    return d->session.askIo([wanted](IoParts& io) { return io.listeners().start(wanted); });
}

Answer<void> Listening::stopAdHoc(ListenerId id)
{
    return d->session
        .askIo([id](IoParts& io) {
            io.listeners().stop(id);
            return Result<void>();
        })
        .then(this, [this, id](const Result<void>& stopped) {
            d->gone.insert(id);
            if (d->views.remove(id) > 0)
                Q_EMIT removed(id);
            return stopped;
        });
}

Answer<quint16> Listening::nextFreePort(const QString& address, quint16 from)
{
    return readyAnswer<quint16>(hookworks::nextFreePort(address, from));
}

QList<ReadyRules> Listening::readyRules()
{
    QList<ReadyRules> sets;
    for (const RuleSet& set : ruleSets())
        sets.append({set.key, set.name, set.rules});
    return sets;
}

bool isLoopbackAddress(const QString& address)
{
    return address == QLatin1String("localhost") || QHostAddress(address).isLoopback();
}

Answer<AuthorityView> Listening::authority()
{
    return d->session.store().read([folder = d->session.authorityFolder()](Reader&) -> Result<AuthorityView> {
        return localAuthority(folder).map([](const AuthorityInfo& info) {
            return AuthorityView{info.pem,        info.file,       info.fingerprint, info.subject,
                                 info.validUntil, info.howToTrust, info.howToRemove};
        });
    });
}

Answer<void> Listening::exportAuthority(const QString& file)
{
    return authority().then(this, [file](const Result<AuthorityView>& view) -> Result<void> {
        if (!view)
            return tl::unexpected<Error>(view.error());
        return saveFile(file, view->pem);
    });
}

} // namespace hookworks
