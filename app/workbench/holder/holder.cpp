// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/holder/holder.h"

#include "workbench/holder/holder_frames.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QMetaMethod>
#include <QTimer>

#include <chrono>
#include <poll.h>

namespace hookworks {

namespace {

constexpr qint64 full = 64 * 1024;
constexpr std::chrono::seconds heartbeat{1};

/// Known at once, other than QLocalSocket's state, which is as old as the last look.
bool hasLeft(const QLocalSocket& socket)
{
    pollfd peer{static_cast<int>(socket.socketDescriptor()), POLLRDHUP, 0};
    return ::poll(&peer, 1, 0) > 0;
}

/// One client at the holder's end.
class ServedRun final : public HandedRun
{
public:
    ServedRun(QLocalSocket* socket, const Holder::Runner& run, Holder& holder)
        : HandedRun(&holder)
        , m_socket(socket)
        , m_run(run)
        , m_holder(holder)
    {
        socket->setParent(this);
        connect(socket, &QLocalSocket::readyRead, this, &ServedRun::read);
        connect(socket, &QLocalSocket::disconnected, this, &ServedRun::left);
        connect(socket, &QLocalSocket::bytesWritten, this, [this] {
            if (m_socket->bytesToWrite() == 0)
                Q_EMIT hasRoom();
        });
        m_heart.setInterval(heartbeat);
        connect(&m_heart, &QTimer::timeout, this, [this] {
            if (m_socket->bytesToWrite() == 0)
                send(HolderFrame::Kind::Alive, {});
        });
        read();
    }

    ~ServedRun() override { m_socket->flush(); }
    Q_DISABLE_COPY_MOVE(ServedRun)

    void out(const QByteArray& bytes) override { send(HolderFrame::Kind::Out, bytes); }
    void err(const QByteArray& bytes) override { send(HolderFrame::Kind::Err, bytes); }
    void remember(const QByteArray& state) override
    {
        send(HolderFrame::Kind::State, state);
        m_socket->flush();
    }
    bool isFull() const override { return m_socket->bytesToWrite() > full; }
    void finish(int exitStatus) override
    {
        m_running = false;
        send(HolderFrame::Kind::Finished, QByteArray::number(exitStatus));
        if (m_socket->state() == QLocalSocket::ConnectedState)
            m_socket->disconnectFromServer();
        else
            deleteLater();
    }

private:
    void send(HolderFrame::Kind kind, const QByteArray& bytes)
    {
        if (m_socket->state() == QLocalSocket::ConnectedState)
            m_socket->write(frameBytes({kind, bytes}));
    }

    void read()
    {
        m_buffer += m_socket->readAll();
        for (;;) {
            const auto frame = takeFrame(m_buffer);
            if (!frame)
                m_socket->abort();
            if (!frame || !*frame)
                return;
            take(**frame);
        }
    }

    void take(const HolderFrame& frame)
    {
        if (frame.kind == HolderFrame::Kind::Hello) {
            send(HolderFrame::Kind::Alive, {});
            m_heart.start();
        } else if (frame.kind == HolderFrame::Kind::Run && !m_running) {
            if (!m_holder.isOpen() || hasLeft(*m_socket))
                return m_socket->abort();
            m_running = true;
            send(HolderFrame::Kind::Begun, {});
            m_socket->flush();
            m_run(commandFrom(frame.content), *this);
        } else if (frame.kind == HolderFrame::Kind::Raise) {
            finish(m_holder.raise(filesFrom(frame.content)) ? 0 : 1);
        } else if (frame.kind == HolderFrame::Kind::Interrupt) {
            Q_EMIT interrupted();
        }
    }

    void left()
    {
        if (m_running)
            Q_EMIT interrupted();
        else
            deleteLater();
    }

    QLocalSocket* m_socket;
    const Holder::Runner& m_run;
    Holder& m_holder;
    QByteArray m_buffer;
    QTimer m_heart;
    bool m_running = false;
};

} // namespace

class Holder::Private
{
public:
    Runner run;
    QLocalServer server;
};

Holder::Holder(Runner run, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->run = std::move(run);
    d->server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&d->server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = d->server.nextPendingConnection())
            new ServedRun(socket, d->run, *this);
    });
}

Holder::~Holder() = default;

Result<void> Holder::listen(const QString& socket)
{
    QDir().mkpath(QFileInfo(socket).absolutePath());
    QLocalServer::removeServer(socket);
    if (d->server.listen(socket))
        return {};
    return fail(ErrorCode::CannotOpen,
                tr("Other programs cannot reach this one: the socket %1 cannot be made.").arg(socket),
                d->server.errorString());
}

void Holder::close()
{
    d->server.close();
}

bool Holder::raise(const QStringList& files)
{
    Q_EMIT raiseWanted(files);
    return isSignalConnected(QMetaMethod::fromSignal(&Holder::raiseWanted));
}

bool Holder::isOpen() const
{
    return d->server.isListening();
}

} // namespace hookworks
