// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Deliveries a second, every attempt stored, against a bare loop over Qt's network manager in the same run;
// and how late attempts start with 10,000 waiting and 50 due a second.
#include "delivery/dispatcher.h"
#include "delivery/manager_transport.h"
#include "delivery/policy_names.h"
#include "delivery/socket_transport.h"
#include "delivery/wire.h"
#include "platform/clock.h"
#include "store/completions.h"
#include "store/store.h"
#include "support/plain_secret_box.h"
#include "workbench/store_journal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <cstdio>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

namespace {

const QByteArray body = "{\"event\":\"report.completed\",\"task_id\":\"" + QByteArray(120, 'a') + "\"}";

/// Answers every request of 127.0.0.1 with an empty 200, as fast as one thread can.
class Responder
{
public:
    Responder()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size);
        ::listen(m_listener, 1024);
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        m_url = u"http://127.0.0.1:%1/hook"_s.arg(ntohs(address.sin_port));
        m_thread = std::thread([this] { run(); });
    }
    ~Responder()
    {
        m_stop = true;
        m_thread.join();
        for (const pollfd& entry : m_sockets)
            ::close(entry.fd);
    }
    Responder(const Responder&) = delete;
    Responder& operator=(const Responder&) = delete;
    const QString& url() const { return m_url; }
    int requests() const { return m_requests; }

private:
    void run()
    {
        m_sockets.push_back({m_listener, POLLIN, 0});
        m_bytes.emplace_back();
        while (!m_stop) {
            if (::poll(m_sockets.data(), m_sockets.size(), 20) <= 0)
                continue;
            if (m_sockets[0].revents != 0) {
                m_sockets.push_back({::accept(m_listener, nullptr, nullptr), POLLIN, 0});
                m_bytes.emplace_back();
            }
            for (size_t i = m_sockets.size() - 1; i > 0; --i) {
                if (m_sockets[i].revents != 0)
                    serve(i);
            }
        }
    }

    void serve(size_t i)
    {
        static const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        std::array<char, 16'384> buffer{};
        const ssize_t count = ::recv(m_sockets[i].fd, buffer.data(), buffer.size(), 0);
        if (count <= 0) {
            ::close(m_sockets[i].fd);
            m_sockets.erase(m_sockets.begin() + static_cast<std::ptrdiff_t>(i));
            m_bytes.erase(m_bytes.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
        m_bytes[i].append(buffer.data(), count);
        const qsizetype blank = m_bytes[i].indexOf("\r\n\r\n");
        if (blank < 0 || m_bytes[i].size() < blank + 4 + body.size())
            return;
        m_bytes[i].remove(0, blank + 4 + body.size());
        ++m_requests;
        ::send(m_sockets[i].fd, reply.constData(), static_cast<size_t>(reply.size()), MSG_NOSIGNAL);
    }

    int m_listener = -1;
    QString m_url;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_requests{0};
    std::vector<pollfd> m_sockets;
    std::vector<QByteArray> m_bytes;
    std::thread m_thread;
};

/// Posts a second of a bare loop: byte arrays, six at a time, nothing stored.
double bareLoop(const QString& url, int total)
{
    QNetworkAccessManager manager;
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QEventLoop loop;
    int sent = 0;
    int ended = 0;
    const std::function<void()> post = [&] {
        if (sent == total)
            return;
        ++sent;
        QNetworkReply* reply = manager.post(request, body);
        QObject::connect(reply, &QNetworkReply::finished, &manager, [&, reply] {
            reply->deleteLater();
            if (++ended == total)
                loop.quit();
            else
                post();
        });
    };
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 6; ++i)
        post();
    loop.exec();
    return total / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

/// A dispatcher over a real store and real sockets.
class Side
{
public:
    explicit Side(const QString& path)
        : store(*Store::open(path, Store::Mode::Write, box))
        , dispatcher({clock, journal, manager, exact, [] { return std::nullopt; }}, realClock(clock.now()))
    {
        dispatcher.setLane({WebhookId{1}, {6, 0, false, 0}, std::nullopt});
    }

    QList<Delivery> make(const QString& url, int count, const std::function<WorkTime(int)>& due)
    {
        QList<Delivery> deliveries;
        for (int i = 0; i < count; ++i) {
            Delivery delivery;
            delivery.provider = u"connectreport"_s;
            delivery.event = u"postReportTask"_s;
            delivery.request.url = url;
            delivery.request.headers.append("Content-Type", "application/json");
            delivery.request.body = body;
            delivery.plan = plan(delivery.policy, 1);
            delivery.createdAt = clock.now();
            delivery.nextDueAt = due(i);
            deliveries.append(delivery);
        }
        auto stored = store->write([deliveries](Writer& writer) { return writer.addDeliveries(deliveries); });
        stored.waitForFinished();
        const auto ids = stored.result();
        for (qsizetype i = 0; ids && i < ids->size(); ++i)
            deliveries[i].id = (*ids)[i];
        return deliveries;
    }

    SystemClock clock;
    PlainSecretBox box;
    Completions completions;
    std::unique_ptr<Store> store;
    StoreJournal journal{*store, completions};
    Wire wire;
    ManagerTransport manager{wire};
    SocketTransport exact{wire};
    Dispatcher dispatcher;
};

double delivered(Side& side, const QString& url, int total)
{
    const auto now = side.dispatcher.now();
    const QList<Delivery> deliveries = side.make(url, total, [now](int) { return now; });
    QEventLoop loop;
    QObject::connect(&side.dispatcher, &Dispatcher::idle, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    side.dispatcher.addNew(deliveries);
    side.dispatcher.resume();
    loop.exec();
    return total / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

/// The 99th percentile of how late attempts start, in milliseconds: 50 due a second, 10,000 more waiting.
double lateness(Side& side, const QString& url)
{
    const auto now = side.dispatcher.now();
    side.dispatcher.addNew(
        side.make(url, 10'000, [now](int i) { return now + 1h + std::chrono::seconds(i); }));
    QList<Delivery> due =
        side.make(url, 250, [now](int i) { return now + 2s + std::chrono::milliseconds(20 * i); });
    std::vector<double> late;
    QEventLoop loop;
    QObject::connect(&side.dispatcher, &Dispatcher::attemptFinished, &loop,
                     [&](const Delivery&, const Attempt& attempt) {
                         late.push_back(milliseconds(attempt.startedClock - attempt.dueAt));
                         if (late.size() == 250)
                             loop.quit();
                     });
    side.dispatcher.addNew(due);
    loop.exec();
    std::ranges::sort(late);
    return late[late.size() * 99 / 100];
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    constexpr int total = 10'000;
    const QTemporaryDir folder;
    Responder responder;
    bareLoop(responder.url(), 1'000);
    Side side(folder.filePath(u"bench.hookworks"_s));
    std::vector<double> ratios;
    for (int round = 0; round < 3; ++round) {
        const double floor = bareLoop(responder.url(), total);
        const int before = responder.requests();
        const double ours = delivered(side, responder.url(), total);
        ratios.push_back(ours / floor);
        std::printf("deliveries: %.0f a second stored, bare loop %.0f, ratio %.2f, received %d of %d\n", ours,
                    floor, ours / floor, responder.requests() - before, total);
    }
    std::ranges::sort(ratios);
    std::printf("median ratio %.2f\n", ratios[1]);
    std::printf("lateness with 10,000 waiting and 50 due a second: 99th percentile %.1f ms\n",
                lateness(side, responder.url()));
    return 0;
}
