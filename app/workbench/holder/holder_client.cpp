// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/holder/holder_client.h"

#include "workbench/holder/holder_frames.h"

#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <sys/socket.h>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

/// So many seconds without a byte: the holder says every second that it is there. Counted in ticks, so that a
/// machine that slept does not count as silence.
constexpr int mostSilentTicks = 10;
constexpr auto tick = 1s;

/// The process at the other end; 0: unknown.
qint64 processBehind(const QLocalSocket& socket)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    const int descriptor = static_cast<int>(socket.socketDescriptor());
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 ? peer.pid : 0;
}

} // namespace

class HolderClient::Private : public QObject
{
public:
    Private(QString socketName, HolderClient& client)
        : name(std::move(socketName))
        , q(client)
    {
        silence.setInterval(tick);
        connect(&silence, &QTimer::timeout, this, [this] { listenOn(); });
        connect(&socket, &QLocalSocket::errorOccurred, this, [this] { lost(); });
        connect(&socket, &QLocalSocket::disconnected, this, [this] { lost(); });
        connect(&socket, &QLocalSocket::readyRead, this, [this] { read(); });
        connect(&socket, &QLocalSocket::connected, this, [this] {
            socket.write(frameBytes({HolderFrame::Kind::Hello, {}}));
        });
    }
    ~Private() override { socket.disconnect(this); }

    void ask(const HolderFrame& frame)
    {
        question = frame;
        raises = frame.kind == HolderFrame::Kind::Raise;
        silence.start();
        socket.connectToServer(name);
    }

    void listenOn()
    {
        if (++silentTicks < mostSilentTicks)
            return;
        fail(Failure::Silent,
             HolderClient::tr("The program that holds the workspace (process %1) does not answer: it is "
                              "stopped, or waits for "
                              "a disk. Let it go on or end it, then try again.")
                 .arg(processBehind(socket)),
             begun ? HolderClient::tr("It had begun with this command; what it has stored of it stays.")
                   : HolderClient::tr("Nothing was done."));
        socket.abort();
    }

    void lost()
    {
        if (begun)
            fail(Failure::Lost,
                 HolderClient::tr("The program that held the workspace ended while it ran this command."),
                 {});
        else
            fail(Failure::Nobody, HolderClient::tr("The program that holds the workspace cannot be reached."),
                 socket.errorString());
    }

    void read()
    {
        silentTicks = 0;
        buffer += socket.readAll();
        while (!ended) {
            const auto frame = takeFrame(buffer);
            if (!frame)
                socket.abort();
            if (!frame || !*frame)
                return;
            take(**frame);
        }
    }

    void take(const HolderFrame& frame)
    {
        if (frame.kind == HolderFrame::Kind::Alive && question) {
            socket.write(frameBytes(*std::exchange(question, std::nullopt)));
        } else if (frame.kind == HolderFrame::Kind::Begun) {
            begun = true;
        } else if (frame.kind == HolderFrame::Kind::Out) {
            Q_EMIT q.out(frame.content);
        } else if (frame.kind == HolderFrame::Kind::Err) {
            Q_EMIT q.err(frame.content);
        } else if (frame.kind == HolderFrame::Kind::State) {
            Q_EMIT q.remembered(frame.content);
        } else if (frame.kind == HolderFrame::Kind::Finished) {
            finish(frame.content.toInt());
        }
    }

    void finish(int status)
    {
        if (raises && status != 0)
            fail(Failure::NoWindow,
                 HolderClient::tr(
                     "A program without a window (process %1) works on the workspace. End it, then try "
                     "again.")
                     .arg(processBehind(socket)),
                 {});
        else if (end())
            Q_EMIT q.finished(status);
    }

    /// False where it has ended before.
    bool end()
    {
        silence.stop();
        return !std::exchange(ended, true);
    }

    void fail(Failure failure, const QString& message, const QString& detail)
    {
        if (end())
            Q_EMIT q.failed(failure, {ErrorCode::CannotOpen, message, detail});
    }

    const QString name;
    HolderClient& q;
    QLocalSocket socket;
    QTimer silence;
    int silentTicks = 0;
    QByteArray buffer;
    std::optional<HolderFrame> question; ///< not asked yet
    bool begun = false, ended = false, raises = false;
};

HolderClient::HolderClient(QString socket, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(socket), *this))
{
}

HolderClient::~HolderClient() = default;

void HolderClient::run(const HandedCommand& command)
{
    d->ask({HolderFrame::Kind::Run, commandBytes(command)});
}

void HolderClient::raise(const QStringList& files)
{
    d->ask({HolderFrame::Kind::Raise, filesBytes(files)});
}

void HolderClient::interrupt()
{
    d->socket.write(frameBytes({HolderFrame::Kind::Interrupt, {}}));
}

bool HolderClient::isBegun() const
{
    return d->begun;
}

} // namespace hookworks
