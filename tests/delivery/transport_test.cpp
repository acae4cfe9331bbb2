// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/sender.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

namespace {

/// One receiver's behaviour and the outcome that cli.md names for it.
struct Case
{
    const char* name;
    Misbehaviour behaviour;
    QByteArray reply;
    Outcome outcome;
    int status = 0;
    const char* words = ""; ///< part of the error
};

QByteArray hugeReply()
{
    static const QByteArray reply =
        "HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n" + QByteArray(104'857'600, 'x');
    return reply;
}

QList<Case> cases()
{
    using enum Misbehaviour;
    return {
        {"success", Answer, okReply, Outcome::Success, 200},
        {"success, then it closes", AnswerClose, okReply, Outcome::Success, 200},
        {"body until the close", AnswerClose, "HTTP/1.0 200 OK\r\n\r\nhello", Outcome::Success, 200},
        {"chunked", Answer, "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
         Outcome::Success, 202},
        {"early hints first", Answer,
         "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 204 No "
         "Content\r\n\r\n",
         Outcome::Success, 204},
        {"500", Answer, "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", Outcome::Rejected,
         500, "500 Internal Server Error"},
        {"401 with a challenge", Answer,
         "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
         Outcome::Rejected, 401, "401 Unauthorized"},
        {"closes", Close, {}, Outcome::Closed, 0, "closed the connection without a response"},
        {"resets", Reset, {}, Outcome::Reset, 0, "reset the connection"},
        {"resets within the response", ResetMidway, "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nhalf",
         Outcome::Reset, 200, "reset the connection"},
        {"half a status line", AnswerClose, "HTTP/1.", Outcome::InvalidResponse, 0,
         "ended within its status line. In all, 7 bytes of a response came back."},
        {"half the headers", AnswerClose, "HTTP/1.1 200 OK\r\nContent-Le", Outcome::InvalidResponse, 200,
         "ended within its head. In all, 27 bytes of a response came back."},
        {"less body than announced", AnswerClose, "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nhalf",
         Outcome::Closed, 200, "before the end of the response"},
        {"garbage", AnswerClose, "\x01\x02\xff garbage \r\n\r\n", Outcome::InvalidResponse, 0, "not HTTP"},
        {"hangs", Hang, {}, Outcome::Timeout, 0, "the whole request was sent, no byte of a response"},
        {"drips", Drip, "HTTP/1.1 200 OK\r\nX-Endless: yes\r\n", Outcome::Timeout, 0,
         "No complete response within"},
        {"100 MB", Answer, hugeReply(), Outcome::Success, 200},
    };
}

QList<QByteArray> bodies()
{
    return {{}, "x", QByteArray(1024 * 1024, 'b')};
}

bool isSlow(const Case& row)
{
    return row.outcome == Outcome::Timeout;
}

} // namespace

class TransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAttemptIsOneTransmissionWithOneOutcome_data();
    void oneAttemptIsOneTransmissionWithOneOutcome();
    void aRedirectGoesNowhere_data();
    void aRedirectGoesNowhere();
    void credentialsInTheUrlAreSentOnce();
    void aReceiverThatDropsOrAnswersEarly();
    void nobodyListens();
    void noSuchName();
    void aLimitIsSaidAsExactlyAsItWasSet();
    void onlyWhatWasAskedAndTheProgramsNameAreSent();
    void duplicatesAndPathsStayAsTheyAre();
    void malformedBytesGoOutExactly();
    void lineBreaksNeverGetOut_data();
    void lineBreaksNeverGetOut();
    void privateAddressesAreBlockedOnRequest();
    void aReceiverThatClosesIdleConnectionsCostsNoAttempt();
    void connectionsAreUsedAgainWhereTheReceiverKeepsThem();
    void hangingReceiversDelayNobodyElse();
    void aStoppedAttemptEndsOnce();
};

void TransportTest::oneAttemptIsOneTransmissionWithOneOutcome_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("tls");
    const QList<Case> rows = cases();
    for (int i = 0; i < rows.size(); ++i) {
        for (const Kind kind : kinds) {
            for (const QByteArray& body : bodies()) {
                const QByteArray name =
                    QByteArray(rows[i].name) + ", " + kindName(kind) + ", " + QByteArray::number(body.size());
                QTest::newRow(name) << i << int(kind) << body << false;
                if (rows[i].reply.size() < 1024 * 1024)
                    QTest::newRow(name + ", TLS") << i << int(kind) << body << true;
            }
        }
    }
}

void TransportTest::oneAttemptIsOneTransmissionWithOneOutcome()
{
    QFETCH(int, index);
    QFETCH(int, kind);
    QFETCH(QByteArray, body);
    QFETCH(bool, tls);
    const Case row = cases()[index];
    static const QByteArray certificate = selfSignedCertificate("127.0.0.1", 10);
    RecordingReceiver receiver(row.behaviour, row.reply, tls ? certificate : QByteArray());
    Sender sender({false, certificate});
    AttemptJob job = jobFor(receiver.url(), body);
    if (isSlow(row))
        job.terms.timeout = 300ms;
    const ExchangeResult result = sender.run(static_cast<Kind>(kind), job);
    QCOMPARE(toString(result.outcome), toString(row.outcome));
    if (!tls || row.behaviour != Misbehaviour::ResetMidway) // what came before a reset may be lost in TLS
        QCOMPARE(result.status, row.status);
    QVERIFY2(result.error.contains(QLatin1String(row.words)), qPrintable(result.error));
    QCOMPARE(result.error.isEmpty(), row.outcome == Outcome::Success);
    QCOMPARE(result.truncated, row.reply.size() > 2 * 1024 * 1024);
    if (result.truncated)
        QCOMPARE(result.responseBody.size(), 1024 * 1024);
    QTRY_COMPARE(receiver.requests(), 1);
    QCOMPARE(receiver.accepted(), 1);
    QVERIFY(allBytes(receiver) == result.sentHead + body);
    QCOMPARE(result.sentBody, body.size());
    QCOMPARE(result.local, receiver.connections().first().peer);
    QVERIFY(result.timings.connect && result.timings.send);
    QCOMPARE(result.timings.tls.has_value(), tls);
    QVERIFY(result.finishedAt >= result.startedAt);
}

void TransportTest::aRedirectGoesNowhere_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const Kind kind : kinds)
            QTest::newRow(QByteArray::number(status) + ", " + kindName(kind)) << status << int(kind);
    }
}

void TransportTest::aRedirectGoesNowhere()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    RecordingReceiver other(Misbehaviour::Answer, okReply);
    RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 " + QByteArray::number(status) +
                                                         " Moved\r\nLocation: " + other.url().toLatin1() +
                                                         "\r\nContent-Length: 0\r\n\r\n");
    Sender sender;
    AttemptJob job = jobFor(receiver.url());
    job.request.headers.append("Authorization", "Bearer secret");
    const ExchangeResult result = sender.run(static_cast<Kind>(kind), job);
    QCOMPARE(toString(result.outcome), toString(Outcome::Redirected));
    QVERIFY(result.error.contains(other.url()));
    QCOMPARE(receiver.requests(), 1);
    QCOMPARE(other.accepted(), 0);
}

void TransportTest::credentialsInTheUrlAreSentOnce()
{
    RecordingReceiver receiver(
        Misbehaviour::Answer,
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
    Sender sender;
    for (const Kind kind : kinds) {
        const ExchangeResult result =
            sender.run(kind, jobFor(u"http://us%20er:p%3Aw@127.0.0.1:%1/hook"_s.arg(receiver.port())));
        QCOMPARE(toString(result.outcome), toString(Outcome::Rejected));
        QVERIFY(result.sentHead.contains("\r\nAuthorization: Basic " + QByteArray("us er:p:w").toBase64() +
                                         "\r\n"));
    }
    QCOMPARE(receiver.requests(), 2);
}

void TransportTest::aReceiverThatDropsOrAnswersEarly()
{
    Sender sender;
    for (const Kind kind : kinds) {
        RecordingReceiver dropping(Misbehaviour::DropOnAccept);
        const ExchangeResult dropped = sender.run(kind, jobFor(dropping.url()));
        QVERIFY2(dropped.outcome == Outcome::Closed || dropped.outcome == Outcome::Reset,
                 qPrintable(dropped.error));
        QCOMPARE(dropping.accepted(), 1);
        RecordingReceiver early(Misbehaviour::EarlyAnswer,
                                "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");
        const ExchangeResult answered = sender.run(kind, jobFor(early.url(), QByteArray(1024 * 1024, 'b')));
        QCOMPARE(early.accepted(), 1);
        QVERIFY2(answered.status == 413 || answered.outcome == Outcome::Reset, qPrintable(answered.error));
        QVERIFY(answered.sentHead.startsWith("POST /hook HTTP/1.1\r\n"));
    }
}

void TransportTest::nobodyListens()
{
    Sender sender;
    for (const Kind kind : kinds) {
        const ExchangeResult result = sender.run(kind, jobFor(u"http://127.0.0.1:%1/"_s.arg(closedPort())));
        QCOMPARE(toString(result.outcome), toString(Outcome::Refused));
        QVERIFY2(result.error.contains(u"Connection refused"_s), qPrintable(result.error));
        QVERIFY(result.sentHead.isEmpty());
    }
}

void TransportTest::noSuchName()
{
    Sender sender;
    for (const Kind kind : kinds) {
        const ExchangeResult result = sender.run(kind, jobFor(u"http://nobody.invalid/hook"_s));
        QCOMPARE(toString(result.outcome), toString(Outcome::Unresolved));
        QVERIFY2(result.error.contains(u"\"nobody.invalid\""_s), qPrintable(result.error));
    }
}

void TransportTest::aLimitIsSaidAsExactlyAsItWasSet()
{
    RecordingReceiver receiver(Misbehaviour::Hang);
    Sender sender;
    AttemptJob job = jobFor(receiver.url());
    job.terms.timeout = 1250ms;
    const ExchangeResult result = sender.run(Kind::Bare, job);
    QVERIFY2(result.error.startsWith(u"No complete response within 1.25 s: "_s), qPrintable(result.error));
}

void TransportTest::onlyWhatWasAskedAndTheProgramsNameAreSent()
{
    RecordingReceiver receiver(Misbehaviour::Answer,
                               "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
    Sender sender;
    for (int i = 0; i < 2; ++i) {
        const ExchangeResult result = sender.run(Kind::Usual, jobFor(receiver.url(u"/a?b=%20c"_s)));
        const QByteArray head = result.sentHead;
        QVERIFY(head.startsWith("POST /a?b=%20c HTTP/1.1\r\n"));
        QVERIFY(head.contains("\r\nHost: 127.0.0.1:" + QByteArray::number(receiver.port()) + "\r\n"));
        QVERIFY2(head.contains("\r\nUser-Agent: Hookworks/"), head);
        QVERIFY(head.contains("\r\nAccept-Encoding: identity\r\n"));
        for (const char* unwanted : {"accept-language", "cookie", "x-tap", "mozilla", "hookworks.invalid"})
            QVERIFY2(!head.toLower().contains(unwanted), head);
        QVERIFY(head.endsWith("\r\n\r\n"));
    }
    QCOMPARE(receiver.requests(), 2);
}

void TransportTest::duplicatesAndPathsStayAsTheyAre()
{
    RecordingReceiver receiver(Misbehaviour::Answer, okReply);
    Sender sender;
    for (const Kind kind : kinds) {
        AttemptJob job = jobFor(receiver.url(u"/a%2Fb/../c//d?x=/../y"_s));
        job.request.headers.append("X-Twice", "1");
        job.request.headers.append("x-twice", "2");
        const ExchangeResult result = sender.run(kind, job);
        QCOMPARE(toString(result.outcome), toString(Outcome::Success));
        QVERIFY2(result.sentHead.startsWith("POST /a%2Fb/../c//d?x=/../y HTTP/1.1\r\n"), result.sentHead);
        QVERIFY(result.sentHead.contains("\r\nX-Twice: 1\r\nx-twice: 2\r\n"));
    }
    QCOMPARE(receiver.requests(), 2);
}

void TransportTest::malformedBytesGoOutExactly()
{
    RecordingReceiver receiver(Misbehaviour::EarlyAnswer,
                               "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    Sender sender;
    AttemptJob job;
    job.request.method.clear();
    job.request.url = receiver.url();
    job.request.exactHead = QByteArray("PO\0ST /x\r HTTP/9\n : \r\n\n", 23);
    job.request.body = QByteArray("\xff\x00", 2);
    job.terms.timeout = 20s;
    const ExchangeResult result = sender.run(Kind::Bare, job);
    QCOMPARE(result.status, 400);
    QTRY_COMPARE(allBytes(receiver), job.request.exactHead + job.request.body);
    QCOMPARE(result.sentHead, job.request.exactHead);
}

void TransportTest::lineBreaksNeverGetOut_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("method") << QByteArray("POST / HTTP/1.1\r\nX: y\r\n\r\nGET") << QByteArray("A")
                            << QByteArray("b");
    QTest::newRow("name") << QByteArray("POST") << QByteArray("A: b\r\nC") << QByteArray("d");
    QTest::newRow("value") << QByteArray("POST") << QByteArray("A") << QByteArray("b\r\nC: d");
    QTest::newRow("bare LF") << QByteArray("POST") << QByteArray("A") << QByteArray("b\nC: d");
    QTest::newRow("NUL") << QByteArray("POST") << QByteArray("A") << QByteArray("b\0c", 3);
}

void TransportTest::lineBreaksNeverGetOut()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    RecordingReceiver receiver(Misbehaviour::Answer, okReply);
    Sender sender;
    for (const Kind kind : kinds) {
        AttemptJob job = jobFor(receiver.url());
        job.request.method = method;
        job.request.headers.append(name, value);
        const ExchangeResult result = sender.run(kind, job);
        QCOMPARE(toString(result.outcome), toString(Outcome::Blocked));
        QVERIFY(!result.error.isEmpty());
    }
    QCOMPARE(receiver.accepted(), 0);
}

void TransportTest::privateAddressesAreBlockedOnRequest()
{
    RecordingReceiver receiver(Misbehaviour::Answer, okReply);
    Sender sender;
    for (const Kind kind : kinds) {
        for (const QString& host : {u"127.0.0.1"_s, u"localhost"_s, u"[::ffff:127.0.0.1]"_s}) {
            AttemptJob job = jobFor(u"http://%1:%2/"_s.arg(host).arg(receiver.port()));
            job.terms.destinations = DestinationPolicy::PublicOnly;
            const ExchangeResult result = sender.run(kind, job);
            QCOMPARE(toString(result.outcome), toString(Outcome::Blocked));
            QVERIFY2(result.error.contains(u"a loopback address"_s), qPrintable(result.error));
            QVERIFY2(result.error.contains(u"workspace set --destinations any"_s), qPrintable(result.error));
        }
    }
    QCOMPARE(receiver.accepted(), 0);
}

void TransportTest::aReceiverThatClosesIdleConnectionsCostsNoAttempt()
{
    RecordingReceiver receiver(Misbehaviour::KeepThenClose, okReply);
    Sender sender;
    constexpr int attempts = 60;
    for (int i = 0; i < attempts; ++i) {
        const ExchangeResult result = sender.run(i % 2 ? Kind::Usual : Kind::Bare, jobFor(receiver.url()));
        QVERIFY2(result.outcome == Outcome::Success, qPrintable(result.error));
    }
    QCOMPARE(receiver.requests(), attempts);
}

void TransportTest::connectionsAreUsedAgainWhereTheReceiverKeepsThem()
{
    RecordingReceiver receiver(Misbehaviour::Answer, okReply);
    Sender sender;
    int made = 0;
    int exchange = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        (++made, exchange = sender.run(Kind::Usual, jobFor(receiver.url())).exchange) > 0, 20'000);
    QCOMPARE(receiver.requests(), made);
    QVERIFY(receiver.accepted() < made || exchange == 0);
}

void TransportTest::hangingReceiversDelayNobodyElse()
{
    RecordingReceiver hanging(Misbehaviour::Hang);
    RecordingReceiver fine(Misbehaviour::Answer, okReply);
    Sender sender;
    QList<qint64> stuck;
    for (int i = 0; i < 30; ++i)
        stuck.append(sender.start(Kind::Usual, jobFor(hanging.url())));
    for (int i = 0; i < 20; ++i) {
        const ExchangeResult result = sender.run(Kind::Usual, jobFor(fine.url()));
        QVERIFY2(result.outcome == Outcome::Success, qPrintable(result.error));
    }
    QTRY_COMPARE(hanging.requests(), 30);
    for (const qint64 id : stuck)
        QCOMPARE(sender.count(id), 0);
}

void TransportTest::aStoppedAttemptEndsOnce()
{
    RecordingReceiver hanging(Misbehaviour::Hang);
    Sender sender;
    for (const Kind kind : kinds) {
        const int before = hanging.requests();
        const qint64 id = sender.start(kind, jobFor(hanging.url()));
        QTRY_COMPARE(hanging.requests(), before + 1);
        sender.cancel(id);
        QTRY_COMPARE(sender.count(id), 1);
        QCOMPARE(toString(sender.result(id).outcome), toString(Outcome::Closed));
        sender.cancel(id);
    }
    QCOMPARE(hanging.requests(), 2);
}

QTEST_GUILESS_MAIN(TransportTest)
#include "transport_test.moc"
