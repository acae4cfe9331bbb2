// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/scripted_receiver.h"
#include "net/wire_fixture.h"
#include "support/recording_receiver.h"

#include <map>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

namespace {

const QByteArray kept = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

const QString notSentAgain = u"it was not sent a second time"_s;

/// How often each body was read.
class Readings
{
public:
    void add(const QByteArray& request)
    {
        const std::lock_guard lock(m_lock);
        ++m_counts[request.sliced(request.indexOf("\r\n\r\n") + 4)];
    }
    int of(const QByteArray& body)
    {
        const std::lock_guard lock(m_lock);
        return m_counts[body];
    }

private:
    std::mutex m_lock;
    std::map<QByteArray, int> m_counts;
};

/// Answers the first request of a connection; ends each idle one, without a word, once it was told to hang
/// up.
class HastyReceiver
{
public:
    explicit HastyReceiver(Readings& readings)
        : m_readings(readings)
        , m_receiver([this](int socket, int) { serve(socket); })
    {
    }
    QString url() const { return m_receiver.url(); }
    void hangUp() { m_hangsUp = true; }

private:
    void serve(int socket)
    {
        for (;;) {
            const QByteArray request = ScriptedReceiver::request(socket);
            if (request.isEmpty())
                return;
            m_readings.add(request);
            ScriptedReceiver::say(socket, kept);
            pollfd next{socket, POLLIN, 0};
            while (::poll(&next, 1, 0) == 0) {
                if (m_hangsUp)
                    return;
            }
        }
    }

    Readings& m_readings;
    std::atomic<bool> m_hangsUp{false};
    ScriptedReceiver m_receiver;
};

} // namespace

/// Ends of connections at moments when the system tells one thing in two ways, or two things in one.
class RacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResetWithinALongRequestIsAReset();
    void anEndWithinALongRequestIsNoReset();
    void acceptedAndResetIsAResetWithItsAddress();
    void aResponseThatTlsDoesNotEndIsClosed_data();
    void aResponseThatTlsDoesNotEndIsClosed();
    void whatWasReadOnAUsedConnectionIsNotSentAgain_data();
    void whatWasReadOnAUsedConnectionIsNotSentAgain();
    void whatLeavesAsTheReceiverHangsUpIsReadOnceOrToldAsFailed();
};

void RacesTest::aResetWithinALongRequestIsAReset()
{
    ScriptedReceiver receiver([](int socket, int number) {
        for (int i = 0; i < number % 7; ++i)
            ScriptedReceiver::received(socket);
        ScriptedReceiver::resetOnClose(socket);
    });
    Wire wire;
    Outbox outbox(wire);
    const QByteArray body(5 * 1024 * 1024, 'b');
    for (int i = 0; i < 120; ++i) {
        const ExchangeResult result = exchanged(outbox, exchangeTo(receiver.url(), body));
        QVERIFY2(result.outcome == Outcome::Reset,
                 qPrintable(toString(result.outcome) + u' ' + result.error));
        QVERIFY(!result.local.isEmpty());
    }
    QCOMPARE(receiver.accepted(), 120);
}

void RacesTest::anEndWithinALongRequestIsNoReset()
{
    ScriptedReceiver receiver([](int socket, int) {
        ScriptedReceiver::received(socket);
        ::shutdown(socket, SHUT_WR);
        while (!ScriptedReceiver::received(socket).isEmpty()) {
        }
    });
    Wire wire;
    Outbox outbox(wire);
    for (int i = 0; i < 20; ++i) {
        const ExchangeResult result =
            exchanged(outbox, exchangeTo(receiver.url(), QByteArray(5 * 1024 * 1024, 'b')));
        QVERIFY2(result.outcome == Outcome::Closed, qPrintable(result.error));
    }
}

void RacesTest::acceptedAndResetIsAResetWithItsAddress()
{
    ScriptedReceiver receiver([](int socket, int) { ScriptedReceiver::resetOnClose(socket); });
    Wire wire;
    Outbox outbox(wire);
    for (int i = 0; i < 300; ++i) {
        const ExchangeResult result = exchanged(outbox, exchangeTo(receiver.url()));
        QVERIFY2(result.outcome == Outcome::Reset,
                 qPrintable(toString(result.outcome) + u' ' + result.error));
        QVERIFY(result.local.startsWith(u"127.0.0.1:"_s) && !result.local.endsWith(u":0"_s));
        QCOMPARE(result.remote, u"127.0.0.1:%1"_s.arg(receiver.port()));
    }
    QCOMPARE(receiver.accepted(), 300);
}

void RacesTest::aResponseThatTlsDoesNotEndIsClosed_data()
{
    QTest::addColumn<Misbehaviour>("ending");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<Outcome>("outcome");
    const QByteArray untilClose = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhalf of it";
    const QByteArray measured = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole";
    QTest::newRow("ended by TLS") << Misbehaviour::AnswerClose << untilClose << Outcome::Success;
    QTest::newRow("cut") << Misbehaviour::AnswerCut << untilClose << Outcome::Closed;
    QTest::newRow("measured and cut") << Misbehaviour::AnswerCut << measured << Outcome::Success;
}

void RacesTest::aResponseThatTlsDoesNotEndIsClosed()
{
    QFETCH(Misbehaviour, ending);
    QFETCH(QByteArray, reply);
    QFETCH(Outcome, outcome);
    const QByteArray certificate = selfSignedCertificate("127.0.0.1", 10);
    RecordingReceiver receiver(ending, reply, certificate);
    Wire wire({false, certificate});
    Outbox outbox(wire);
    const ExchangeResult result = exchanged(outbox, exchangeTo(receiver.url()));
    QCOMPARE(toString(result.outcome), toString(outcome));
    QCOMPARE(result.status, 200);
    QVERIFY(reply.endsWith(result.responseBody) && !result.responseBody.isEmpty());
    QCOMPARE(result.error.contains(u"close_notify"_s), outcome == Outcome::Closed);
}

void RacesTest::whatWasReadOnAUsedConnectionIsNotSentAgain_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("reset, before its system has acknowledged it") << true;
    QTest::newRow("ended") << false;
}

/// It answers the first request of a connection, and has read the second one when it hangs up.
void RacesTest::whatWasReadOnAUsedConnectionIsNotSentAgain()
{
    QFETCH(bool, reset);
    Readings readings;
    ScriptedReceiver receiver([&](int socket, int) {
        const QByteArray first = ScriptedReceiver::request(socket);
        if (first.isEmpty())
            return;
        readings.add(first);
        ScriptedReceiver::say(socket, kept);
        const QByteArray second = ScriptedReceiver::request(socket);
        if (!second.isEmpty())
            readings.add(second);
        if (reset)
            ScriptedReceiver::resetOnClose(socket);
    });
    Wire wire;
    Outbox outbox(wire);
    int number = 0;
    int used = 0;
    for (int i = 0; i < 6'000 && used < 5; ++i) {
        const QByteArray body = "body " + QByteArray::number(++number);
        const ExchangeResult result = exchanged(outbox, exchangeTo(receiver.url(), body));
        QCOMPARE(readings.of(body), 1);
        QVERIFY(!result.sentAgain);
        if (result.exchange == 0) {
            QVERIFY2(result.outcome == Outcome::Success, qPrintable(result.error));
            QTest::qWait(number % 2 ? 500 : 0);
            continue;
        }
        ++used;
        QCOMPARE(toString(result.outcome), toString(reset ? Outcome::Reset : Outcome::Closed));
        QVERIFY2(result.error.contains(notSentAgain), qPrintable(result.error));
    }
    QCOMPARE(used, 5);
}

/// They answer the first request of a connection, and end it when told to, as the next one leaves. Where that
/// one came first, its system resets the connection, as if it had been read: the attempt says so.
void RacesTest::whatLeavesAsTheReceiverHangsUpIsReadOnceOrToldAsFailed()
{
    Readings readings;
    Wire wire;
    Outbox outbox(wire);
    std::vector<std::unique_ptr<HastyReceiver>> receivers;
    for (int i = 0; i < 30; ++i)
        receivers.push_back(std::make_unique<HastyReceiver>(readings));
    for (const auto& receiver : receivers)
        QCOMPARE(toString(exchanged(outbox, exchangeTo(receiver->url(), "first")).outcome), u"success"_s);
    QTest::qWait(480); // the receivers have proven that they keep idle connections
    int number = 0;
    for (const auto& receiver : receivers) {
        const QByteArray body = "body " + QByteArray::number(++number);
        QCOMPARE(toString(exchanged(outbox, exchangeTo(receiver->url(), "second")).outcome), u"success"_s);
        receiver->hangUp();
        const ExchangeResult result = exchanged(outbox, exchangeTo(receiver->url(), body));
        const bool success = result.outcome == Outcome::Success;
        QVERIFY2(success || result.error.contains(notSentAgain), qPrintable(result.error));
        QCOMPARE(readings.of(body), success ? 1 : 0);
        QVERIFY(success || !result.sentAgain);
    }
}

QTEST_GUILESS_MAIN(RacesTest)
#include "races_test.moc"
