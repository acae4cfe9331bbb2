// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/starting_gate.h"
#include "net/wire_fixture.h"
#include "support/recording_receiver.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

namespace {

const QByteArray okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

qint64 bytesAt(const RecordingReceiver& receiver)
{
    qint64 bytes = 0;
    for (const auto& connection : receiver.connections())
        bytes += connection.bytes.size();
    return bytes;
}

/// Requests that wait at one gate.
struct Burst
{
    explicit Burst(int size, const TlsTrust& trust = {})
        : gate(std::make_shared<StartingGate>(size))
        , wire(trust)
    {
    }

    void send(const QString& url, const QByteArray& body, std::chrono::seconds timeout = 20s)
    {
        ExchangeRequest request = exchangeTo(url, body);
        request.terms.together = gate;
        request.terms.timeout = timeout;
        outbox.send(request, [this](const ExchangeResult& result) { results << result; });
    }

    int succeeded() const
    {
        return static_cast<int>(std::ranges::count(results, Outcome::Success, &ExchangeResult::outcome));
    }

    std::shared_ptr<StartingGate> gate;
    Wire wire;
    Outbox outbox{wire};
    QList<ExchangeResult> results;
};

} // namespace

/// Requests of a burst: all but the last byte is sent, and the last bytes leave once all are so far.
class TogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastBytesWaitForAll_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QByteArray>("body");
        for (const bool tls : {false, true}) {
            const char* const scheme = tls ? "https" : "http";
            QTest::addRow("%s", scheme) << tls << QByteArray(R"({"a":1})");
            QTest::addRow("%s, one byte", scheme) << tls << QByteArray("x");
            QTest::addRow("%s, no body", scheme) << tls << QByteArray();
            QTest::addRow("%s, a large body", scheme) << tls << QByteArray(3'000'000, 'x');
        }
    }

    void theLastBytesWaitForAll()
    {
        QFETCH(const bool, tls);
        QFETCH(const QByteArray, body);
        const QByteArray certificate = tls ? selfSignedCertificate("127.0.0.1", 2) : QByteArray();
        RecordingReceiver receiver(Misbehaviour::Answer, okAnswer, certificate);
        Burst burst(3, {false, certificate});
        const ExchangeRequest one = exchangeTo(receiver.url(), body);
        burst.send(receiver.url(), body);
        burst.send(receiver.url(), body);
        QTRY_COMPARE_WITH_TIMEOUT(bytesAt(receiver), 2 * (one.size() - 1), 20'000);
        QTest::qWait(50);
        QCOMPARE(receiver.requests(), 0);
        QVERIFY(burst.results.isEmpty());
        burst.send(receiver.url(), body);
        QTRY_COMPARE_WITH_TIMEOUT(burst.succeeded(), 3, 20'000);
        QCOMPARE(receiver.requests(), 3);
        QCOMPARE(receiver.accepted(), 3);
        for (const auto& connection : receiver.connections())
            QCOMPARE(connection.bytes, one.head + one.body);
        for (const ExchangeResult& result : std::as_const(burst.results))
            QVERIFY(result.sentHead == one.head && result.sentBody == one.body.size());
    }

    void whoFailsIsNotWaitedFor()
    {
        RecordingReceiver receiver(Misbehaviour::Answer, okAnswer);
        RecordingReceiver closes(Misbehaviour::EarlyAnswer, okAnswer);
        Burst burst(4);
        burst.send(receiver.url(), "{}");
        burst.send(closes.url(), "{}");
        burst.send(u"http://127.0.0.1:%1/"_s.arg(closedPort()), "{}");
        QTRY_COMPARE_WITH_TIMEOUT(burst.results.size(), 2, 20'000);
        QCOMPARE(receiver.requests(), 0);
        burst.send(receiver.url(), "{}");
        QTRY_COMPARE_WITH_TIMEOUT(burst.results.size(), 4, 20'000);
        QCOMPARE(receiver.requests(), 2);
    }

    void nobodyIsWaitedForBeyondHalfTheTimeout()
    {
        RecordingReceiver receiver(Misbehaviour::Answer, okAnswer);
        Burst burst(2);
        burst.send(receiver.url(), "{}", 2s);
        QTRY_COMPARE_WITH_TIMEOUT(burst.results.size(), 1, 20'000);
        QVERIFY(burst.results.first().outcome == Outcome::Success);
        burst.send(receiver.url(), "{}");
        QTRY_COMPARE_WITH_TIMEOUT(burst.results.size(), 2, 20'000);
    }

    void theProgramsEndInTheMidstOfABurstIsOrderly()
    {
        RecordingReceiver receiver(Misbehaviour::Answer, okAnswer);
        auto burst = std::make_unique<Burst>(3);
        burst->send(receiver.url(), "{}");
        QTRY_VERIFY_WITH_TIMEOUT(bytesAt(receiver) > 0, 20'000);
        burst.reset(); // in the midst of it
        QCOMPARE(receiver.requests(), 0);
    }
};

QTEST_GUILESS_MAIN(TogetherTest)
#include "together_test.moc"
