// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_workbench.h"
#include "workbench/inspect/row_removals.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/listen/retention.h"

#include <QSignalSpy>
#include <QTcpSocket>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A sender that speaks bytes over a socket of its own.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        m_socket.connectToHost(u"127.0.0.1"_s, port);
        m_connected = m_socket.waitForConnected(30'000);
    }
    /// Everything that comes until the other end closes; empty: it could not connect.
    QByteArray exchange(const QByteArray& bytes)
    {
        if (!m_connected)
            return {};
        m_socket.write(bytes);
        QByteArray answer;
        while (m_socket.waitForReadyRead(30'000))
            answer += m_socket.readAll();
        return answer + m_socket.readAll();
    }

private:
    QTcpSocket m_socket;
    bool m_connected = false;
};

QByteArray post(qsizetype bytes)
{
    return "POST /hook HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: " +
           QByteArray::number(bytes) + "\r\n\r\n" + QByteArray(bytes, 'b');
}

QByteArray chunkedPost(qsizetype bytes)
{
    return "POST /hook HTTP/1.1\r\nHost: here\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" +
           QByteArray::number(bytes, 16) + "\r\n" + QByteArray(bytes, 'b') + "\r\n0\r\n\r\n";
}

/// A workbench with a listener, started.
class Receiver : public TestWorkbench
{
public:
    bool start(const ListenerLimits& limits = {})
    {
        ListenerConfig config;
        config.port = 0;
        config.limits = limits;
        if (!awaited((*this)->start({false, false})))
            return false;
        const auto started = awaited((*this)->listening().startAdHoc(config));
        if (started)
            m_view = *started;
        return started.has_value();
    }
    int statusOf(const QByteArray& request)
    {
        return RawClient(m_view.port).exchange(request).mid(9, 3).toInt();
    }
    bool setQuota(const CaptureQuota& quota)
    {
        return awaited((*this)->rows().retention.setQuota(quota)).has_value();
    }
    RetentionView kept() { return awaited((*this)->rows().retention.view()).value(); }
    const ListenerView& listener() const { return m_view; }

private:
    ListenerView m_view;
};

} // namespace

/// The quota with a real listener, and limits that change while it runs.
class RetentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itRefusesWith507AndGoesOnWithoutARestart();
    void theOldestGoAndItIsTold();
    void aRequestLargerThanTheQuotaIsRefused();
    void quotasOutOfRangeAreRefused();
    void editedLimitsApplyToNewConnections();
};

void RetentionTest::itRefusesWith507AndGoesOnWithoutARestart()
{
    Receiver receiver;
    QVERIFY(receiver.start());
    QVERIFY(receiver.setQuota({.count = 2, .atQuota = AtQuota::Refuse}));
    QSignalSpy changed(&receiver->rows().retention, &Retention::changed);
    QCOMPARE(receiver.statusOf(post(10)), 200);
    QCOMPARE(receiver.statusOf(post(10)), 200);
    const QByteArray refused = RawClient(receiver.listener().port).exchange(post(10));
    QVERIFY2(refused.startsWith("HTTP/1.1 507 Insufficient Storage\r\n"), refused.constData());
    QVERIFY2(refused.contains("Content-Type: text/plain") && refused.contains("quota"), refused.constData());
    QTRY_COMPARE_WITH_TIMEOUT(receiver.kept().refused, 1, 30'000);
    QCOMPARE(receiver.kept().captures, 2);
    QTRY_COMPARE_WITH_TIMEOUT(changed.isEmpty() ? 0 : changed.last().first().value<RetentionView>().refused,
                              1, 30'000);

    const RemovalId removal = receiver->rows().removals.begin();
    QSignalSpy removed(
        receiver->rows().removals.remove(removal, readyAnswer<QList<CaptureId>>(QList{CaptureId{1}})),
        &BulkRun::finished);
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, 30'000);
    QCOMPARE(receiver.kept().refused, 0);
    QCOMPARE(receiver.statusOf(post(10)), 200);
    QCOMPARE(receiver.statusOf(post(10)), 507);
    QVERIFY(receiver.setQuota({.count = 3, .atQuota = AtQuota::Refuse}));
    QCOMPARE(receiver.statusOf(post(10)), 200);
    QCOMPARE(receiver.statusOf("GET / HTTP/1.1\r\nHost : here\r\n\r\n"), 507);
    QCOMPARE(receiver.kept().captures, 3);
}

void RetentionTest::theOldestGoAndItIsTold()
{
    Receiver receiver;
    QVERIFY(receiver.start());
    QVERIFY(receiver.setQuota({.count = 2}));
    CapturesGone gone;
    connect(&receiver->rows().retention, &Retention::wentAway, this,
            [&](const CapturesGone& more) { gone += more; });
    for (int i = 0; i < 5; ++i)
        QCOMPARE(receiver.statusOf(post(10)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(gone, (CapturesGone{0, 3, 0}), 30'000);
    QVERIFY(Retention::words(gone).contains(u'3'));
    const auto left = awaited(receiver->captures().list());
    QCOMPARE(left->size(), 2);
    QCOMPARE(left->last().id, CaptureId{4});
}

void RetentionTest::aRequestLargerThanTheQuotaIsRefused()
{
    Receiver receiver;
    QVERIFY(receiver.start());
    QVERIFY(receiver.setQuota({.bytes = 1'000'000}));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(receiver.statusOf(post(10)), 200);
    QCOMPARE(receiver.statusOf(post(2'000'000)), 507);
    QCOMPARE(receiver.statusOf(chunkedPost(600'000)), 507); // kept in both forms
    QCOMPARE(receiver.kept().captures, 3);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.kept().refused, 2, 30'000);
    QCOMPARE(receiver.statusOf(post(900'000)), 200);
    QCOMPARE(receiver.statusOf(post(900'000)), 200);
    QCOMPARE(receiver.kept().captures, 1);
}

void RetentionTest::quotasOutOfRangeAreRefused()
{
    TestWorkbench bench;
    for (const CaptureQuota& quota :
         {CaptureQuota{.bytes = 0}, CaptureQuota{.count = 0}, CaptureQuota{.age = 1ms}})
        QCOMPARE(awaited(bench->rows().retention.setQuota(quota)).error().code, ErrorCode::BadInput);
    QCOMPARE(awaited(bench->rows().retention.view())->quota, CaptureQuota());
}

void RetentionTest::editedLimitsApplyToNewConnections()
{
    Receiver receiver;
    QVERIFY(receiver.start());
    RawClient before(receiver.listener().port);
    QTRY_VERIFY(!receiver->listening().known().isEmpty() &&
                receiver->listening().known().first().connections == 1);
    ListenerConfig config = receiver.listener().config;
    config.limits.bodyBytes = 10;
    QVERIFY(awaited(receiver->listening().update(config)));
    QCOMPARE(receiver.statusOf(post(11)), 413);
    QCOMPARE(receiver.statusOf(post(10)), 200);
    QVERIFY(before.exchange(post(11)).startsWith("HTTP/1.1 200 "));
    config.limits.bodyBytes = 20;
    QVERIFY(awaited(receiver->listening().update(config)));
    QCOMPARE(receiver.statusOf(post(11)), 200);
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "retention_test.moc"
