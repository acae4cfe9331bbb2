// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/session.h"

#include "workbench/session/destinations.h"
#include "workbench/session/io_parts.h"

#include <QCoreApplication>

using namespace std::chrono_literals;

namespace hookworks {

namespace {

/// Comes behind everything that was asked of the same thread of the store before.
constexpr auto nothing = [](auto& /*readerOrWriter*/) { return Result<void>(); };

} // namespace

Session::Session(WorkbenchParts parts)
    : m_parts(std::move(parts))
    , m_live(*m_parts.clock)
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(33ms);
    connect(&m_gathering, &QTimer::timeout, this, [this] { Q_EMIT committed(m_parts.store->takeChanges()); });
    connect(m_parts.store.get(), &Store::changed, &m_gathering, qOverload<>(&QTimer::start));
    (void)m_parts.store->takeChanges(); // of before
    connect(m_parts.store.get(), &Store::troubled, this, &Session::troubled);
    if (!isReadOnly())
        store().write([secrets = m_parts.secrets](Writer& writer) { return adopt(writer, *secrets); });
}

Session::~Session()
{
    shutDown();
}

bool Session::isReadOnly() const
{
    return store().mode() == Store::Mode::Read;
}

Error Session::notStarted()
{
    return {ErrorCode::Conflict,
            QCoreApplication::translate(
                "hookworks", "Nothing can be sent or received: this program only reads the workspace."),
            {}};
}

/// Read by the writer: after everything that was asked of the store before, whose own it is first of all.
Answer<void> Session::start(SessionWork work)
{
    if (isReadOnly())
        return readyAnswer<void>(tl::unexpected<Error>(notStarted()));
    if (m_started && (m_deliversWaiting || !work.deliverWaiting))
        return readyAnswer<void>({});
    if (work.deliverWaiting)
        onIo([](IoParts& io) { io.dispatcher().goOnWithRecovered(); });
    return store()
        .write([all = work.deliverWaiting](Writer& writer) { return sessionStart(writer, all); })
        .then(this, [this, work](const Result<SessionStart>& start) {
            if (!start)
                return Result<void>(tl::unexpected<Error>(start.error()));
            return m_io ? takeWaiting(*start, work) : launch(*start, work);
        });
}

/// Started before for less: what waits is taken over now. What a crash had interrupted got its outcome then;
/// attempts in flight here look the same.
Result<void> Session::takeWaiting(const SessionStart& start, SessionWork work)
{
    if (work.deliverWaiting && !m_deliversWaiting)
        onIo([waiting = start.waiting](IoParts& io) { io.dispatcher().add(waiting); });
    m_deliversWaiting = m_deliversWaiting || work.deliverWaiting;
    return {};
}

Result<void> Session::launch(const SessionStart& start, SessionWork work)
{
    m_thread.setObjectName(QStringLiteral("io"));
    m_ioContext = std::make_unique<QObject>();
    m_ioContext->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_ioContext.get(), [this, &start] { m_io = std::make_unique<IoParts>(m_parts, start); },
        Qt::BlockingQueuedConnection);
    m_live.follow(*m_io);
    connect(&m_io->dispatcher().events(), &DispatchEvents::webhookDisabled, this, &Session::disable);
    connect(&m_io->dispatcher().events(), &DispatchEvents::storeFailed, this, &Session::troubled);
    m_started = true;
    m_deliversWaiting = work.deliverWaiting;
    onIo([start, work](IoParts& io) { io.begin(start, work); });
    return {};
}

void Session::onIo(std::function<void(IoParts&)> work)
{
    if (!m_started)
        return;
    QMetaObject::invokeMethod(
        m_ioContext.get(), [io = m_io.get(), work = std::move(work)] { work(*io); }, Qt::QueuedConnection);
}

Answer<void> Session::stop()
{
    if (!m_started)
        return readyAnswer<void>({});
    return askIoLater<void>([](IoParts& io, const std::function<void(Result<void>)>& done) {
               io.whenStopped([done] { done({}); });
           })
        .then(this,
              [this](const Result<void>&) {
                  const auto ended = askIo([](IoParts& io) {
                      io.end();
                      return Result<void>();
                  });
                  m_started = false;
                  return ended;
              })
        .then(this, [this](const Result<void>&) { return store().write(nothing); })
        .then(this, [this](const Result<void>& stored) {
            shutDown();
            return stored;
        });
}

void Session::disable(WebhookId id, const QString& reason)
{
    store().write([id, reason](Writer& writer) -> Result<void> {
        auto webhook = writer.webhook(id);
        if (!webhook)
            return tl::unexpected(webhook.error());
        if (!webhook->enabled)
            return {};
        webhook->enabled = false;
        webhook->disabledReason = reason;
        return writer.updateWebhook(*webhook);
    });
}

/// In this order: the io side asks nothing more of the store; the store answers all it was asked; the io side
/// goes, on its own thread. After stop() all that is waited for has happened.
void Session::shutDown()
{
    if (!m_io)
        return;
    m_started = false;
    QMetaObject::invokeMethod(
        m_ioContext.get(), [this] { m_io->end(); }, Qt::BlockingQueuedConnection);
    m_parts.store->readUrgently(nothing).waitForFinished();
    m_parts.store->write(nothing).waitForFinished();
    QMetaObject::invokeMethod(
        m_ioContext.get(), [this] { m_io.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_ioContext.reset();
}

} // namespace hookworks
