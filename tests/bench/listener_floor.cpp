// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// listener_floor PORT FILE: the least that receives, stores and acknowledges: QTcpServer, Boost.Beast's
// parser, one SQLite table written in groups with synchronous=FULL on a thread of its own, each answer after
// its commit. What listener_bench compares the listener with. Runs until it is ended.
#ifndef NDEBUG
#define NDEBUG // as in beast_reading.cpp
#endif
#include <QCoreApplication>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <memory>
#include <mutex>
#include <sqlite3.h>
#include <thread>
#include <vector>

namespace {

namespace http = boost::beast::http;

struct Received
{
    QByteArray bytes;
    std::function<void()> stored; ///< called on the store's thread
};

class FloorStore
{
public:
    explicit FloorStore(const char* file)
    {
        if (sqlite3_open(file, &m_database) != SQLITE_OK)
            qFatal("%s: %s", file, sqlite3_errmsg(m_database));
        execute("PRAGMA journal_mode = WAL");
        execute("PRAGMA synchronous = FULL");
        execute(
            "CREATE TABLE requests (id INTEGER PRIMARY KEY, received INTEGER NOT NULL, bytes BLOB NOT NULL)");
        sqlite3_prepare_v2(m_database, "INSERT INTO requests (received, bytes) VALUES (?, ?)", -1, &m_insert,
                           nullptr);
        m_thread = std::thread([this] { run(); });
    }
    ~FloorStore()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ends = true;
        }
        m_wake.notify_one();
        m_thread.join();
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    FloorStore(const FloorStore&) = delete;
    FloorStore& operator=(const FloorStore&) = delete;

    void add(Received received)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(received));
        }
        m_wake.notify_one();
    }

private:
    void execute(const char* statement)
    {
        if (sqlite3_exec(m_database, statement, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", statement, sqlite3_errmsg(m_database));
    }

    void run()
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ends || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            const std::vector<Received> group = std::exchange(m_waiting, {});
            lock.unlock();
            write(group);
            for (const Received& each : group)
                each.stored();
        }
    }

    void write(const std::vector<Received>& group)
    {
        execute("BEGIN IMMEDIATE");
        for (const Received& each : group) {
            sqlite3_bind_int64(m_insert, 1, std::chrono::system_clock::now().time_since_epoch().count());
            sqlite3_bind_blob64(m_insert, 2, each.bytes.constData(),
                                static_cast<sqlite3_uint64>(each.bytes.size()), SQLITE_STATIC);
            if (sqlite3_step(m_insert) != SQLITE_DONE)
                qFatal("%s", sqlite3_errmsg(m_database));
            sqlite3_reset(m_insert);
        }
        execute("COMMIT");
    }

    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Received> m_waiting;
    bool m_ends = false;
    std::thread m_thread;
};

class FloorConnection : public QObject
{
public:
    FloorConnection(QTcpSocket* socket, FloorStore& store)
        : QObject(socket)
        , m_socket(socket)
        , m_store(&store)
    {
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read()
    {
        m_bytes += m_socket->readAll();
        while (!m_bytes.isEmpty() && take())
            ;
    }

    /// True: one request was complete.
    bool take()
    {
        http::request_parser<http::string_body> parser;
        parser.eager(true);
        boost::beast::error_code error;
        const size_t used =
            parser.put(boost::asio::buffer(m_bytes.constData(), static_cast<size_t>(m_bytes.size())), error);
        if (error && error != http::error::need_more) {
            m_socket->abort();
            return false;
        }
        if (!parser.is_done())
            return false;
        const auto length = static_cast<qsizetype>(used);
        m_store->add({m_bytes.first(length), [target = QPointer<FloorConnection>(this)] {
                          QMetaObject::invokeMethod(
                              qApp,
                              [target] {
                                  if (target)
                                      target->answer();
                              },
                              Qt::QueuedConnection);
                      }});
        m_bytes.remove(0, length);
        return true;
    }

    void answer() { m_socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"); }

    QTcpSocket* m_socket;
    FloorStore* m_store;
    QByteArray m_bytes;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fputs("listener_floor PORT FILE\n", stderr);
        return 2;
    }
    FloorStore store(argv[2]);
    QTcpServer server;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        while (QTcpSocket* socket = server.nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            new FloorConnection(socket, store);
        }
    });
    if (!server.listen(QHostAddress::LocalHost, static_cast<quint16>(QByteArray(argv[1]).toUInt()))) {
        std::fprintf(stderr, "%s\n", qPrintable(server.errorString()));
        return 1;
    }
    std::printf("%d\n", server.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
