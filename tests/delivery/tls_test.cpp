// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/sender.h"

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

/// TLS towards receivers that speak it, do not, or should not be believed.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificatesAreVerified();
    void nothingIsSentToAReceiverThatTlsRefuses_data();
    void nothingIsSentToAReceiverThatTlsRefuses();
    void aHandshakeThatIsNeverAnsweredEndsAtTheDeadline();
    void aReceiverThatDropsTheHandshake();
    void plainTextOnATlsPort_data();
    void plainTextOnATlsPort();
    void plainHttpToATlsPort();
    void theRootDotIsNoPartOfACertificatesName();
};

void TlsTest::certificatesAreVerified()
{
    const QByteArray good = selfSignedCertificate("127.0.0.1", 10);
    const QByteArray expired = selfSignedCertificate("127.0.0.1", -1);
    const QByteArray foreign = selfSignedCertificate("example.org", 10);
    const QByteArray unknown = selfSignedCertificate("127.0.0.1", 10);
    Sender sender({false, good + expired + foreign});
    for (const Kind kind : kinds) {
        RecordingReceiver trusted(Misbehaviour::Answer, okReply, good);
        const ExchangeResult fine = sender.run(kind, jobFor(trusted.url()));
        QVERIFY2(fine.outcome == Outcome::Success, qPrintable(fine.error));
        QVERIFY(fine.timings.tls);
        QVERIFY(allBytes(trusted) == fine.sentHead + "{}");
        const std::pair<QByteArray, QString> refusals[] = {{expired, u"certificate has expired"_s},
                                                           {foreign, u"mismatch"_s},
                                                           {unknown, u"self-signed certificate"_s}};
        for (const auto& [pem, words] : refusals) {
            RecordingReceiver receiver(Misbehaviour::Answer, okReply, pem);
            const ExchangeResult result = sender.run(kind, jobFor(receiver.url()));
            QCOMPARE(toString(result.outcome), toString(Outcome::Tls));
            QVERIFY2(result.error.contains(words), qPrintable(result.error));
            QCOMPARE(receiver.requests(), 0);
        }
    }
}

void TlsTest::nothingIsSentToAReceiverThatTlsRefuses_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QString>("words");
    QTest::newRow("expired") << selfSignedCertificate("127.0.0.1", -1) << u"certificate has expired"_s;
    QTest::newRow("another host") << selfSignedCertificate("example.org", 10) << u"mismatch"_s;
    QTest::newRow("self-signed") << selfSignedCertificate("127.0.0.1", 10) << u"self-signed certificate"_s;
}

void TlsTest::nothingIsSentToAReceiverThatTlsRefuses()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QString, words);
    Sender sender({false, words.contains(u"self"_s) ? QByteArray() : certificate});
    for (const Kind kind : kinds) {
        for (const QByteArray& body : QList<QByteArray>{{}, "x", QByteArray(1024 * 1024, 'b')}) {
            RecordingReceiver receiver(Misbehaviour::Answer, okReply, certificate);
            const ExchangeResult result = sender.run(kind, jobFor(receiver.url(), body));
            QCOMPARE(toString(result.outcome), toString(Outcome::Tls));
            QVERIFY2(result.error.contains(words), qPrintable(result.error));
            QVERIFY(result.sentHead.isEmpty());
            QCOMPARE(receiver.accepted(), 1);
            QVERIFY(allBytes(receiver).isEmpty());
        }
    }
}

void TlsTest::aHandshakeThatIsNeverAnsweredEndsAtTheDeadline()
{
    RecordingReceiver receiver(Misbehaviour::Hang);
    Sender sender;
    for (const Kind kind : kinds) {
        AttemptJob job =
            jobFor(receiver.url().replace(u"http:"_s, u"https:"_s), QByteArray(1024 * 1024, 'b'));
        job.terms.timeout = 300ms;
        const ExchangeResult result = sender.run(kind, job);
        QCOMPARE(toString(result.outcome), toString(Outcome::Timeout));
        QCOMPARE(result.error,
                 u"Connected to 127.0.0.1:%1, but it sent no byte of a TLS handshake within 300 ms: perhaps "
                 "it does not speak TLS on this port."_s.arg(receiver.port()));
        QVERIFY(result.sentHead.isEmpty());
    }
    QCOMPARE(receiver.accepted(), 2);
}

void TlsTest::aReceiverThatDropsTheHandshake()
{
    Sender sender;
    for (const Kind kind : kinds) {
        RecordingReceiver receiver(Misbehaviour::DropOnAccept);
        const ExchangeResult result =
            sender.run(kind, jobFor(receiver.url().replace(u"http:"_s, u"https:"_s)));
        QVERIFY2(result.outcome == Outcome::Closed || result.outcome == Outcome::Reset ||
                     result.outcome == Outcome::Tls,
                 qPrintable(toString(result.outcome)));
        QVERIFY2(result.error.contains(u"TLS handshake"_s), qPrintable(result.error));
        QVERIFY2(result.error.contains(u"perhaps it does not speak TLS"_s), qPrintable(result.error));
        QCOMPARE(receiver.accepted(), 1);
    }
}

void TlsTest::plainTextOnATlsPort_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                          << u"(it answered with plain HTTP); use http:// for it."_s;
    QTest::newRow("other text") << QByteArray("220 mail.example\r\n") << u"begins with \"220 m\"."_s;
    QTest::newRow("bytes") << QByteArray("\0\1\2\3\4\5", 6) << uR"(begins with "\x00\x01\x02\x03\x04".)"_s;
}

void TlsTest::plainTextOnATlsPort()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, words);
    Sender sender;
    for (const Kind kind : kinds) {
        RecordingReceiver receiver(Misbehaviour::EarlyAnswer, answer);
        const ExchangeResult result =
            sender.run(kind, jobFor(receiver.url().replace(u"http:"_s, u"https:"_s)));
        QCOMPARE(toString(result.outcome), toString(Outcome::Tls));
        QVERIFY2(result.error.contains(u"does not speak TLS on this port"_s), qPrintable(result.error));
        QVERIFY2(result.error.endsWith(words), qPrintable(result.error));
        QVERIFY(!allBytes(receiver).contains("X-Event"));
    }
}

void TlsTest::plainHttpToATlsPort()
{
    Sender sender;
    for (const Kind kind : kinds) {
        RecordingReceiver closes(Misbehaviour::Answer, okReply, selfSignedCertificate("127.0.0.1", 10));
        const ExchangeResult closed = sender.run(kind, jobFor(closes.url().replace(u"https:"_s, u"http:"_s)));
        QVERIFY2(closed.outcome == Outcome::Closed || closed.outcome == Outcome::Reset,
                 qPrintable(toString(closed.outcome)));
        QVERIFY2(closed.error.endsWith(
                     u"A port that expects TLS does the same: if this one does, use https://."_s),
                 qPrintable(closed.error));
        RecordingReceiver alerts(Misbehaviour::AnswerClose, QByteArray("\x15\3\1\0\2\2\x46", 7));
        const ExchangeResult alerted = sender.run(kind, jobFor(alerts.url()));
        QCOMPARE(toString(alerted.outcome), toString(Outcome::InvalidResponse));
        QVERIFY2(alerted.error.contains(u"expects TLS on this port; use https://"_s),
                 qPrintable(alerted.error));
    }
}

void TlsTest::theRootDotIsNoPartOfACertificatesName()
{
    const QByteArray certificate = selfSignedCertificate("localhost", 10);
    Sender sender({false, certificate});
    for (const Kind kind : kinds) {
        RecordingReceiver receiver(Misbehaviour::Answer, okReply, certificate);
        const ExchangeResult result =
            sender.run(kind, jobFor(u"https://LOCALHOST.:%1/"_s.arg(receiver.port())));
        QVERIFY2(result.outcome == Outcome::Success, qPrintable(result.error));
        QVERIFY(result.sentHead.contains("Host: localhost.:"));
    }
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tls_test.moc"
