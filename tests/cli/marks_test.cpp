// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// Sends bodies to a listener of the home's workspace.
void receive(const Home& home, const QList<QByteArray>& bodies)
{
    const auto listener =
        home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, QString::number(bodies.size())});
    const auto port =
        static_cast<quint16>(QUrl(objectOf(Home::nextLine(*listener))[u"listening"].toString()).port());
    for (const QByteArray& body : bodies) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        socket.write("POST /in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n"
                     "Content-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
    }
    QCOMPARE(Home::end(*listener).status, 0);
}

QStringList idsIn(const ProgramResult& listed)
{
    QStringList ids;
    for (const QByteArray& line : listed.lines())
        ids << objectOf(line)[u"id"].toString();
    return ids;
}

} // namespace

/// What somebody puts on captures and deliveries, keeps of them, and removes.
class MarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreSetFoundAndTakenAway()
    {
        Home home;
        receive(home, {"{\"n\":1}", "{\"n\":2}", "{\"n\":3}"});
        const auto marked = home.run({u"mark"_s, u"c1"_s, u"c3"_s, u"--colour"_s, u"purple"_s, u"--note"_s,
                                      u" ask Ann\r\nabout it "_s, u"--json"_s});
        QCOMPARE(marked.status, 0);
        QCOMPARE(marked.out,
                 "{\"id\":\"c1\",\"mark\":{\"colour\":\"purple\",\"note\":\"ask Ann\\nabout it\"}}\n"
                 "{\"id\":\"c3\",\"mark\":{\"colour\":\"purple\",\"note\":\"ask Ann\\nabout it\"}}\n");
        QCOMPARE(idsIn(home.run({u"captures"_s, u"--json"_s, u"--where"_s, u"is:marked"_s})),
                 (QStringList{u"c3"_s, u"c1"_s}));
        QCOMPARE(idsIn(home.run({u"captures"_s, u"--json"_s, u"--where"_s, u"note~ANN not id=c3"_s})),
                 QStringList{u"c1"_s});
        QCOMPARE(idsIn(home.run({u"captures"_s, u"--json"_s, u"--where"_s, u"not is:marked"_s})),
                 QStringList{u"c2"_s});
        const auto whole = objectOf(home.run({u"capture"_s, u"c3"_s, u"--json"_s}).out);
        QCOMPARE(whole[u"mark"].toObject()[u"colour"].toString(), u"purple"_s);
        QVERIFY(objectOf(home.run({u"capture"_s, u"c2"_s, u"--json"_s}).out)[u"mark"].isNull());
        const QByteArray shown = home.run({u"capture"_s, u"c3"_s}).out;
        QVERIFY2(shown.contains("marked purple") && shown.contains("note: about it"), shown);
        QCOMPARE(home.run({u"mark"_s, u"c3"_s, u"--colour"_s, u"none"_s, u"--json"_s}).out,
                 "{\"id\":\"c3\",\"mark\":{\"colour\":null,\"note\":\"ask Ann\\nabout it\"}}\n");
        QCOMPARE(home.run({u"mark"_s, u"c3"_s, u"--note"_s, u""_s, u"--json"_s}).out,
                 "{\"id\":\"c3\",\"mark\":null}\n");
        QCOMPARE(home.run({u"mark"_s, u"c1"_s, u"--clear"_s}).status, 0);
        QCOMPARE(home.run({u"captures"_s, u"--where"_s, u"is:marked"_s}).status, 1);
    }

    void whatIsNoMarkIsRefused()
    {
        Home home;
        receive(home, {"{}"});
        QCOMPARE(home.run({u"mark"_s, u"c1"_s}).status, 2);
        QCOMPARE(home.run({u"mark"_s, u"c1"_s, u"--colour"_s, u"pink"_s}).status, 2);
        QCOMPARE(home.run({u"mark"_s, u"c1"_s, u"--clear"_s, u"--colour"_s, u"red"_s}).status, 2);
        QCOMPARE(home.run({u"mark"_s, u"w1"_s, u"--clear"_s}).status, 2);
        const auto escape = home.run({u"mark"_s, u"c1"_s, u"--note"_s, u"a\x1b[2J"_s});
        QCOMPARE(escape.status, 2);
        QVERIFY2(escape.err.contains("--note: "), escape.err);
        QCOMPARE(home.run({u"mark"_s, u"c1"_s, u"--note"_s, QString(5000, u'n')}).status, 2);
        const auto missing = home.run({u"mark"_s, u"c1"_s, u"c99"_s, u"--colour"_s, u"red"_s});
        QCOMPARE(missing.status, 1);
        QVERIFY2(missing.err.contains("c99"), missing.err);
        QCOMPARE(home.run({u"captures"_s, u"--where"_s, u"is:marked"_s}).status, 1); // all or none
    }

    void samplesAreKeptAndSent()
    {
        Home home;
        const QByteArray body = "{ \"event\" : \"report.failed\", \"task_id\":\"one\", \"amount\":1.0 }";
        receive(home, {body});
        const auto added =
            home.run({u"sample"_s, u"add"_s, u"c1"_s, u"--name"_s, u"with amount"_s, u"--json"_s});
        QCOMPARE(added.status, 0);
        QCOMPARE(objectOf(added.out)[u"event"].toString(), u"report.failed"_s);
        QCOMPARE(objectOf(added.out)[u"provider"].toString(), u"hybiscus"_s);
        QCOMPARE(home.run({u"sample"_s, u"show"_s, u"with amount"_s, u"--body"_s}).out, body);
        QCOMPARE(home.run({u"sample"_s, u"add"_s, u"c1"_s, u"--name"_s, u"with amount"_s}).status, 2);
        QCOMPARE(home.run({u"sample"_s, u"list"_s, u"--json"_s}).lines().size(), 1);

        home.write(u"report.json"_s, R"({"report_name":"R","config":{"webhooks":[]},"components":[]})");
        QCOMPARE(
            home.run({u"report"_s, u"import"_s, home.path(u"report.json"_s), u"--provider"_s, u"hybiscus"_s})
                .status,
            0);
        QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                           u"http://127.0.0.1:1/"_s})
                     .status,
                 0);
        const QStringList simulate{u"simulate"_s, u"report.failed"_s, u"--report"_s,
                                   u"r1"_s,       u"--no-wait"_s,     u"--json"_s};
        const auto made = home.run(simulate + QStringList{u"--sample"_s, u"with amount"_s});
        QVERIFY2(made.status == 0, made.err);
        const auto request = objectOf(made.out)[u"request"].toObject();
        QCOMPARE(QByteArray::fromBase64(request[u"bodyBase64"].toString().toLatin1()), body);
        QCOMPARE(home.run(simulate + QStringList{u"--sample"_s, u"nobody"_s}).status, 2);
        QCOMPARE(
            home.run(simulate + QStringList{u"--sample"_s, u"with amount"_s, u"--body"_s, u"-"_s}).status, 2);
        QCOMPARE(home.run({u"sample"_s, u"remove"_s, u"with amount"_s}).status, 0);
        QCOMPARE(home.run({u"sample"_s, u"remove"_s, u"with amount"_s}).status, 1);
    }

    void capturesAreRemoved()
    {
        Home home;
        receive(home, {"{\"n\":1}", "{\"n\":2}", "{\"n\":3}"});
        const auto missing = home.run({u"captures"_s, u"remove"_s, u"c1"_s, u"c99"_s});
        QCOMPARE(missing.status, 1);
        QVERIFY2(missing.err.contains("c99"), missing.err);
        QCOMPARE(home.run({u"captures"_s, u"--json"_s}).lines().size(), 3);
        QCOMPARE(home.run({u"captures"_s, u"remove"_s, u"c1"_s, u"--json"_s}).out,
                 "{\"removed\":1,\"left\":0}\n");
        QCOMPARE(home.run({u"captures"_s, u"remove"_s, u"--where"_s, u"$.n>2"_s}).status, 0);
        QCOMPARE(idsIn(home.run({u"captures"_s, u"--json"_s})), QStringList{u"c2"_s});
        QCOMPARE(home.run({u"captures"_s, u"remove"_s, u"--where"_s, u"$.n>2"_s}).status, 1);
        QCOMPARE(home.run({u"captures"_s, u"remove"_s}).status, 2);
        QCOMPARE(home.run({u"captures"_s, u"remove"_s, u"d1"_s}).status, 2);
        QCOMPARE(home.run({u"captures"_s, u"remove"_s, u"c2"_s, u"--where"_s, u"x"_s}).status, 2);
    }

    void deliveriesThatAreBeingSentStay()
    {
        Home home;
        home.write(u"report.json"_s, R"({"report_name":"R","config":{"webhooks":[]},"components":[]})");
        QCOMPARE(
            home.run({u"report"_s, u"import"_s, home.path(u"report.json"_s), u"--provider"_s, u"hybiscus"_s})
                .status,
            0);
        QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                           u"http://127.0.0.1:1/"_s})
                     .status,
                 0);
        const QStringList simulate{u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--no-wait"_s};
        QCOMPARE(home.run(simulate).status, 0);
        QCOMPARE(home.run(simulate).status, 0);
        QCOMPARE(home.run({u"cancel"_s, u"d1"_s}).status, 0);
        const auto removed = home.run({u"deliveries"_s, u"remove"_s, u"d1"_s, u"d2"_s, u"--json"_s});
        QCOMPARE(removed.status, 1);
        QCOMPARE(removed.out, "{\"removed\":1,\"left\":1}\n");
        QVERIFY2(removed.err.contains("still being sent"), removed.err);
        QCOMPARE(idsIn(home.run({u"deliveries"_s, u"--json"_s})), QStringList{u"d2"_s});
    }
};

QTEST_GUILESS_MAIN(MarksTest)
#include "marks_test.moc"
