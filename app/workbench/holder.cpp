// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/holder.h"

#include "workbench/holder_frames.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>

namespace hookworks {

namespace {

constexpr qint64 full = 64 * 1024;

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
        read();
    }

    void out(const QByteArray& bytes) override { send(HolderFrame::Kind::Out, bytes); }
    void err(const QByteArray& bytes) override { send(HolderFrame::Kind::Err, bytes); }
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
        if (frame.kind == HolderFrame::Kind::Run && !m_running) {
            m_running = true;
            m_run(commandFrom(frame.content), *this);
        } else if (frame.kind == HolderFrame::Kind::Raise) {
            Q_EMIT m_holder.raiseWanted();
            finish(0);
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

class HolderClient::Private
{
public:
    QString name;
    QLocalSocket socket;
    QByteArray buffer;
    bool ended = false;
};

HolderClient::HolderClient(QString socket, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->name = std::move(socket);
    const auto lost = [this] {
        if (std::exchange(d->ended, true))
            return;
        Q_EMIT failed({ErrorCode::CannotOpen,
                       tr("The program that holds the workspace does not answer, or ended meanwhile."),
                       d->socket.errorString()});
    };
    connect(&d->socket, &QLocalSocket::errorOccurred, this, lost);
    connect(&d->socket, &QLocalSocket::disconnected, this, lost);
    connect(&d->socket, &QLocalSocket::readyRead, this, &HolderClient::read);
}

HolderClient::~HolderClient()
{
    d->socket.disconnect(this);
}

void HolderClient::run(const HandedCommand& command)
{
    ask(frameBytes({HolderFrame::Kind::Run, commandBytes(command)}));
}

void HolderClient::raise()
{
    ask(frameBytes({HolderFrame::Kind::Raise, {}}));
}

void HolderClient::interrupt()
{
    d->socket.write(frameBytes({HolderFrame::Kind::Interrupt, {}}));
}

void HolderClient::ask(const QByteArray& bytes)
{
    connect(
        &d->socket, &QLocalSocket::connected, this, [this, bytes] { d->socket.write(bytes); },
        Qt::SingleShotConnection);
    d->socket.connectToServer(d->name);
}

void HolderClient::read()
{
    d->buffer += d->socket.readAll();
    for (;;) {
        const auto frame = takeFrame(d->buffer);
        if (!frame)
            d->socket.abort();
        if (!frame || !*frame || d->ended)
            return;
        if ((*frame)->kind == HolderFrame::Kind::Out)
            Q_EMIT out((*frame)->content);
        else if ((*frame)->kind == HolderFrame::Kind::Err)
            Q_EMIT err((*frame)->content);
        else if ((*frame)->kind == HolderFrame::Kind::Finished) {
            d->ended = true;
            Q_EMIT finished((*frame)->content.toInt());
        }
    }
}

} // namespace hookworks
