// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <chrono>
#include <ctime>
#include <sys/resource.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// The status line of the answer to a POST of that body.
QByteArray answerTo(quint16 port, const QByteArray& body)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(30'000))
        return "no connection";
    socket.write("POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (!answer.contains('\n') && socket.waitForReadyRead(30'000))
        answer += socket.readAll();
    return answer.first(qMax<qsizetype>(0, answer.indexOf("\r\n")));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Over what is there, as cp does.
void overwrite(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

/// What it has used of the processors so far.
std::chrono::nanoseconds processorTime(const QProcess& process)
{
    clockid_t clock = 0;
    timespec used{};
    if (::clock_getcpuclockid(static_cast<pid_t>(process.processId()), &clock) != 0 ||
        ::clock_gettime(clock, &used) != 0)
        qFatal("no processor time");
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

quint16 portOf(QProcess& listener)
{
    const QByteArray line = Home::nextLine(listener);
    return static_cast<quint16>(QUrl(QString::fromUtf8(line.mid(line.indexOf("http")).chopped(2))).port());
}

} // namespace

/// Disks that fail, and files that are taken away, under a program that runs.
class LostFileTest : public QObject
{
    Q_OBJECT

private:
    bool tells(QProcess& process, const QByteArray& words)
    {
        return QTest::qWaitFor(
            [&] {
                process.waitForReadyRead(50);
                m_told += process.readAllStandardError();
                return m_told.contains(words);
            },
            30'000);
    }

    QByteArray m_told;

private Q_SLOTS:
    void init() { m_told.clear(); }

    void listenRefusesOnceItsFileIsDeleted()
    {
        const Home home;
        const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s});
        const quint16 port = portOf(*listener);
        QCOMPARE(answerTo(port, "one"), QByteArray("HTTP/1.1 200 OK"));
        QVERIFY(QFile::remove(home.workspace()));
        QVERIFY(answerTo(port, "two").startsWith("HTTP/1.1 503 "));
        QVERIFY(answerTo(port, "three").startsWith("HTTP/1.1 503 "));
        QVERIFY2(tells(*listener, "deleted or moved away"), m_told);
        QCOMPARE(m_told.count("deleted or moved away"), 1);
        listener->terminate();
        QCOMPARE(Home::end(*listener).status, 130);
        QVERIFY(!QFile::exists(home.workspace()));
        QVERIFY(!QFile::exists(home.workspace() + u"-wal"_s));
    }

    void capturesWaitingForTheIndexKeepNobodyBusyOnceTheFileIsGone()
    {
        const Home home;
        const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--quiet"_s});
        const quint16 port = portOf(*listener);
        for (int i = 0; i < 300; ++i)
            QCOMPARE(answerTo(port, "one"), QByteArray("HTTP/1.1 200 OK"));
        QVERIFY(QFile::remove(home.workspace()));
        QVERIFY2(tells(*listener, "deleted or moved away"), m_told);
        QVERIFY(answerTo(port, "two").startsWith("HTTP/1.1 503 "));
        const auto before = processorTime(*listener);
        QTest::qWait(1'000);
        QVERIFY(processorTime(*listener) - before < std::chrono::milliseconds(150));
        listener->terminate();
        QCOMPARE(Home::end(*listener).status, 130);
    }

    void aRestoredBackupIsNotWrittenOver()
    {
        const Home home;
        QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                           u"http://a.example/"_s})
                     .status,
                 0);
        const QByteArray backup = contentOf(home.workspace());
        const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--quiet"_s});
        const quint16 port = portOf(*listener);
        QCOMPARE(answerTo(port, QByteArray(30'000, 'x')), QByteArray("HTTP/1.1 200 OK"));
        overwrite(home.workspace(), backup);
        QVERIFY2(tells(*listener, "Another program wrote into the workspace"), m_told);
        QVERIFY(answerTo(port, "two").startsWith("HTTP/1.1 503 "));
        listener->terminate();
        QCOMPARE(Home::end(*listener).status, 130);
        QVERIFY(contentOf(home.workspace()) == backup);
        QCOMPARE(home.run({u"captures"_s, u"--json"_s}).lines().size(), 0);
        QCOMPARE(home.run({u"webhook"_s, u"list"_s, u"--json"_s}).lines().size(), 1);
    }

    void aCommandThatWorksEndsWith3()
    {
        const Home home;
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/"_s.arg(silent.serverPort());
        QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s, url}).status,
                 0);
        const auto sender = home.start({u"webhook"_s, u"test"_s, u"w1"_s});
        QVERIFY(silent.waitForNewConnection(30'000));
        QVERIFY(QFile::rename(home.workspace(), home.path(u"elsewhere"_s)));
        const ProgramResult ended = Home::end(*sender);
        QVERIFY2(ended.status == 3, ended.err);
        QVERIFY2(ended.err.contains("deleted or moved away"), ended.err);
    }

    void aLimitOnFileSizesIsAnsweredAndGotOver()
    {
        const Home home;
        const auto listener = home.startShell(u"ulimit -S -f 4000; exec $cli --quiet listen --port 0"_s);
        const quint16 port = portOf(*listener);
        const QByteArray body(50'000, 'x');
        QByteArray answer;
        int stored = 0;
        while ((answer = answerTo(port, body)) == "HTTP/1.1 200 OK")
            QVERIFY(++stored < 200);
        QVERIFY2(answer.startsWith("HTTP/1.1 503 "), answer);
        QVERIFY2(tells(*listener, "Requests are not stored."), m_told);
        rlimit none{RLIM_INFINITY, RLIM_INFINITY};
        QCOMPARE(::prlimit(static_cast<pid_t>(listener->processId()), RLIMIT_FSIZE, &none, nullptr), 0);
        QCOMPARE(answerTo(port, body), QByteArray("HTTP/1.1 200 OK"));
        QVERIFY2(tells(*listener, "Requests are stored again."), m_told);
        listener->terminate();
        QCOMPARE(Home::end(*listener).status, 130);
        QCOMPARE(home.run({u"captures"_s, u"--json"_s, u"--limit"_s, u"1000"_s}).lines().size(), stored + 1);
    }

    void aReadThatFailsIsDoneAgain()
    {
        const Home home;
        const QString failing = home.path(u"failing"_s);
        const auto listener = home.startShell(
            u"export LD_PRELOAD=%1 HOOKWORKS_TEST_FAILING_READS=%2; exec $cli listen --port 0 --json"_s.arg(
                QStringLiteral(HOOKWORKS_BINARY_DIR "/tests/failing_reads.so"), failing));
        const quint16 port = portOf(*listener);
        QCOMPARE(answerTo(port, QByteArray(100'000, 'a')), QByteArray("HTTP/1.1 200 OK"));
        QVERIFY(Home::nextLine(*listener).contains("\"id\":\"c1\""));
        home.write(u"failing"_s, "");
        QByteArray answer;
        for (int i = 0; i < 5; ++i)
            answer = answerTo(port, QByteArray(100'000, 'b'));
        QVERIFY2(tells(*listener, "it is tried again") || answer.contains("503"), answer + m_told);
        QCOMPARE(listener->state(), QProcess::Running);
        QVERIFY(QFile::remove(failing));
        QCOMPARE(answerTo(port, QByteArray(100'000, 'c')), QByteArray("HTTP/1.1 200 OK"));
        QVERIFY(Home::nextLine(*listener).contains("\"id\":\"c"));
        listener->terminate();
        QCOMPARE(Home::end(*listener).status, 130);
        QVERIFY(home.run({u"captures"_s, u"--json"_s}).lines().size() >= 2);
    }
};

QTEST_GUILESS_MAIN(LostFileTest)
#include "lost_file_test.moc"
