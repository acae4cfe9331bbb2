// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/answer_writer.h"
#include "capture/byte_stream.h"
#include "capture/patience.h"

#include <QTest>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

using namespace hookworks;
using namespace std::chrono_literals;

namespace {

using Progress = AnswerWriter::Progress;

/// Two ends of a connection within this process.
class Pair
{
public:
    Pair()
    {
        int ends[2] = {-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) != 0)
            qFatal("socketpair");
        stream = std::make_unique<ByteStream>(ends[0]);
        m_reader = ends[1];
    }
    ~Pair() { close(); }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;

    QByteArray read() const
    {
        QByteArray all, piece(64 * 1024, '\0');
        for (ssize_t got = 0; (got = ::read(m_reader, piece.data(), size_t(piece.size()))) > 0;)
            all.append(piece.constData(), got);
        return all;
    }
    void close()
    {
        if (m_reader >= 0)
            ::close(std::exchange(m_reader, -1));
    }

    std::unique_ptr<ByteStream> stream;

private:
    int m_reader = -1;
};

ListenerLimits limits()
{
    ListenerLimits limits;
    limits.headTime = 10s;
    limits.bodyTime = 20s;
    limits.idleTime = 30s;
    limits.bodyRate = 1000;
    return limits;
}

const RequestTimes::Moment start = RequestTimes::Moment() + 1h;

} // namespace

/// The parts of a listener's connection that need no listener.
class ConnectionPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void aLongAnswerIsWrittenAsItsReaderTakesIt()
    {
        Pair pair;
        AnswerWriter writer;
        const AnswerBytes answer{"HTTP/1.1 200 OK\r\n\r\n", QByteArray(3'000'000, 'b')};
        writer.begin(answer);
        QVERIFY(writer.write(*pair.stream) == Progress::More);
        QVERIFY(writer.written() > 0 && writer.written() < answer.size());
        QByteArray read = pair.read();
        Progress progress = Progress::More;
        for (int round = 0; progress == Progress::More && round < 1000; ++round) {
            progress = writer.write(*pair.stream);
            read += pair.read();
        }
        QVERIFY(progress == Progress::Done);
        QVERIFY(read == answer.joined());
        QCOMPARE(writer.written(), 0);
    }

    void aDripIsOneByteAtATime()
    {
        Pair pair;
        AnswerWriter writer;
        writer.begin({"ab", "c"});
        QVERIFY(writer.drip(*pair.stream) == Progress::More);
        QCOMPARE(pair.read(), QByteArray("a"));
        QVERIFY(writer.drip(*pair.stream) == Progress::More);
        QCOMPARE(writer.written(), 2);
        QVERIFY(writer.drip(*pair.stream) == Progress::Done);
        QCOMPARE(pair.read(), QByteArray("bc"));
        writer.begin({});
        QVERIFY(writer.drip(*pair.stream) == Progress::Done);
    }

    void whoBrokeItOffIsKnown()
    {
        Pair pair;
        AnswerWriter writer;
        writer.begin({"ab", {}});
        QVERIFY(writer.drip(*pair.stream) == Progress::More);
        pair.close();
        QVERIFY(writer.write(*pair.stream) == Progress::Broken);
        QVERIFY(writer.brokenBy() == BrokenBy::Sender);
        QCOMPARE(writer.written(), 1);
    }

    void aHeadIsWaitedForFromWhereItIsAwaited()
    {
        const ListenerLimits given = limits();
        Patience patience(given, start, start - 3s);
        QVERIFY(!patience.isOver(start + 9s));
        QVERIFY(patience.isOver(start + 10s));
        QCOMPARE(patience.headStallsFrom(2s), start - 1s);
        patience.awaitsNext(start + 20s);
        QVERIFY(!patience.isOver(start + 49s));
        patience.requestBegins(start + 25s, {});
        patience.headGoesOn();
        QVERIFY(!patience.isOver(start + 34s));
        QVERIFY(patience.isOver(start + 35s));
    }

    void aBodyMayNotTrickle()
    {
        const ListenerLimits given = limits();
        Patience patience(given, start, start);
        patience.requestBegins(start, {});
        patience.bodyBegins(start);
        auto now = start;
        const auto second = [&](qint64 bytes, bool storing) {
            patience.came(bytes);
            return patience.bodyStalls(now += 1s, 0, storing);
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(!second(10, false));
        QVERIFY(!second(1000, false)); // that will do
        for (int i = 0; i < 5; ++i)
            QVERIFY(!second(10, false));
        QVERIFY(!second(0, true)); // the store is at fault
        for (int i = 0; i < 5; ++i)
            QVERIFY(!second(10, false));
        QVERIFY(second(10, false));
    }

    void aBodyMustKeepItsRateOverAll()
    {
        const ListenerLimits given = limits();
        Patience patience(given, start, start);
        patience.requestBegins(start, {});
        patience.bodyBegins(start);
        patience.came(1'000'000);
        QVERIFY(!patience.bodyStalls(start + 20s, 100, false));
        patience.came(1'000'000);
        QVERIFY(!patience.bodyStalls(start + 21s, 21'000, false));
        patience.came(1'000'000);
        QVERIFY(patience.bodyStalls(start + 22s, 21'000, false));
    }

    void aReaderMayNotTrickleEither()
    {
        const ListenerLimits given = limits();
        Patience patience(given, start, start);
        patience.answerBegins(start);
        QVERIFY(!patience.answerIsSlow(start + 20s, 0));
        QVERIFY(patience.answerIsSlow(start + 21s, 20'999));
        QVERIFY(!patience.answerIsSlow(start + 21s, 21'000));
        patience.answerGoesOn(start + 5s, 2s);
        QCOMPARE(patience.answerStallsFrom(1s), start + 6s);
        QVERIFY(!patience.isOver(start + 36s));
        QVERIFY(patience.isOver(start + 37s));
    }
};

QTEST_GUILESS_MAIN(ConnectionPartsTest)
#include "connection_parts_test.moc"
