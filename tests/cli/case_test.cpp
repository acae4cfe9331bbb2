// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"
#include "support/recording_receiver.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QUrl>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray rules =
    R"({"rules": [{"name": "down once", "match": {"path": "/hook"}, "times": 1, "reply": {"status": 503}}]})";

/// A delivery that failed once, with its captures, and a replay of it.
void makeTraffic(const Home& home)
{
    const auto listener =
        home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--rules"_s, home.write(u"rules.json"_s, rules)});
    const QString url = objectOf(Home::nextLine(*listener))[u"listening"].toString();
    home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
              url + u"/hook?api_key=URLSECRET"_s, u"--policy"_s, u"fixed:1x2"_s, u"--auth-token-stdin"_s},
             "TOKENSECRET\n");
    home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s}, R"({"type":"Report"})");
    const ProgramResult sent =
        home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--speed"_s, u"100"_s});
    const ProgramResult again = home.run({u"replay"_s, u"d1"_s});
    if (sent.status != 0 || again.status != 0)
        qFatal("%s", (sent.err + again.err).constData());
    listener->terminate();
    Home::end(*listener);
}

} // namespace

/// A case from one workspace's command line to another's.
class CaseCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makeTraffic(m_home);
        m_masked = m_home.path(u"d1.hookworks-case"_s);
        m_whole = m_home.path(u"whole.hookworks-case"_s);
        const QStringList command{u"export"_s, u"d1"_s, u"d2"_s, u"--format"_s, u"case"_s, u"--out"_s};
        const ProgramResult masked = m_home.run(command + QStringList{m_masked});
        QCOMPARE(masked.status, 0);
        QVERIFY2(masked.err.contains("authorization-1 (Authorization)"), masked.err);
        QCOMPARE(m_home.run(command + QStringList{m_whole, u"--with-secrets"_s}).status, 0);
    }

    void theSameBytesLeaveWithSecrets()
    {
        const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 204 No Content\r\n\r\n");
        const Home there;
        const ProgramResult imported = there.run({u"import"_s, m_whole, u"--json"_s});
        QCOMPARE(imported.status, 0);
        QCOMPARE(imported.lines().size(), 5);
        const QJsonObject first = objectOf(imported.lines().first());
        QCOMPARE(first[u"id"].toString(), u"d1"_s);
        QCOMPARE(first[u"attempts"].toArray().size(), 2);
        QCOMPARE(first[u"attempts"][1][u"captureId"].toString(), u"c2"_s);
        QCOMPARE(objectOf(imported.lines()[1])[u"replayOf"].toString(), u"d1"_s);
        QCOMPARE(objectOf(imported.lines()[2])[u"rule"].toString(), u"down once"_s);
        QCOMPARE(there.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out,
                 m_home.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out);
        QCOMPARE(there.run({u"replay"_s, u"d1"_s, u"--exact"_s, u"--to"_s, receiver.url()}).status, 0);
        QCOMPARE(receiver.connections().first().bytes, m_home.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out);
        QVERIFY(there.run({u"secret"_s, u"list"_s}).out.isEmpty());
    }

    void withoutSecretsTheyAreAskedFor()
    {
        const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 204 No Content\r\n\r\n");
        const Home there;
        const ProgramResult imported = there.run({u"import"_s, m_masked});
        QCOMPARE(imported.status, 0);
        QVERIFY2(imported.err.contains("secret set d1 authorization-1"), imported.err);
        const QStringList replay{u"replay"_s, u"d1"_s, u"--to"_s, receiver.url(u"/other"_s)};
        const ProgramResult waits = there.run(replay);
        QCOMPARE(waits.status, 2);
        QVERIFY2(waits.err.contains("authorization-1"), waits.err);
        QCOMPARE(there.run({u"secret"_s, u"set"_s, u"c2"_s, u"authorization-1"_s}, "Bearer new\n").status, 0);
        QVERIFY(there.run({u"secret"_s, u"list"_s, u"--json"_s})
                    .out.contains(R"("name":"authorization-1","of":"Authorization","filled":true)"));
        QCOMPARE(there.run(replay).status, 0);
        QVERIFY(receiver.connections().first().bytes.contains("\r\nAuthorization: Bearer new\r\n"));
        const ProgramResult exact = there.run({u"replay"_s, u"c1"_s, u"--exact"_s});
        QVERIFY2(exact.status == 2 && exact.err.contains("with secrets"), exact.err);
        QCOMPARE(there.run({u"secret"_s, u"set"_s, u"d1"_s, u"other"_s}, "x").status, 2);
        QCOMPARE(there.run({u"secret"_s, u"set"_s, u"d9"_s, u"authorization-1"_s}, "x").status, 1);
    }

    void valuesComeWithTheImport()
    {
        const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 204 No Content\r\n\r\n");
        const Home there;
        const QByteArray lines = "# of the ticket\r\n\r\nauthorization-1=Bearer a=b\r\n";
        const ProgramResult done = there.run(
            {u"import"_s, m_masked, u"--secrets"_s, u"-"_s, u"--secret"_s, u"api-key-1=k"_s}, lines);
        QVERIFY2(done.status == 0 && !done.err.contains("secret set"), done.err);
        QCOMPARE(there.run({u"replay"_s, u"c1"_s, u"--to"_s, receiver.url()}).status, 0);
        QVERIFY(receiver.connections().first().bytes.contains("\r\nAuthorization: Bearer a=b\r\n"));
    }

    void badValuesNameTheirPlace_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no equals sign") << QStringList{u"--secrets"_s, u"-"_s} << "a\nb=1"_ba
                                        << "--secrets, line 1"_ba;
        QTest::newRow("no value") << QStringList{u"--secret"_s, u"a="_s} << ""_ba
                                  << "--secret: "_ba;
        QTest::newRow("not of the case") << QStringList{u"--secret"_s, u"other-1=x"_s} << ""_ba
                                         << "\"other-1\""_ba;
        QTest::newRow("of no case") << QStringList{u"--as"_s, u"raw"_s, u"--secret"_s, u"a=x"_s} << ""_ba
                                    << "for a case"_ba;
    }

    void badValuesNameTheirPlace()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, said);
        const Home there;
        const ProgramResult result = there.run(QStringList{u"import"_s, m_masked} + arguments, input);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains(said), result.err);
        QVERIFY(there.run({u"captures"_s, u"--json"_s}).out.isEmpty());
    }

    void theFirstBytesSayThatItIsACase()
    {
        const Home there;
        QFile file(m_masked);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(there.run({u"import"_s, u"-"_s}, file.readAll()).status, 0);
        QCOMPARE(there.run({u"deliveries"_s, u"--json"_s}).lines().size(), 2);
    }

    void theReportSaysWhichRuleAnswered()
    {
        const QByteArray html = m_home.run({u"export"_s, u"d1"_s, u"--format"_s, u"html"_s}).out;
        QVERIFY2(html.contains("Captured as c1, and answered by the reply rule “down once”, request 1 of 1."),
                 html);
        QVERIFY(html.contains("Captured as c2, which no reply rule answered."));
        QVERIFY(!html.contains("SECRET"));
    }

    void seriesAreComparedRequestByRequest()
    {
        const ProgramResult attempts = m_home.run({u"diff"_s, u"d1"_s, u"--series"_s, u"--json"_s});
        QCOMPARE(attempts.status, 1); // the answers differ
        QCOMPARE(attempts.lines().size(), 1);
        QCOMPARE(objectOf(attempts.lines().first())[u"right"].toString(), u"d1/2"_s);
        QCOMPARE(m_home.run({u"diff"_s, u"d1/2"_s, u"d2/1"_s}).status, 0);
        const ProgramResult one = m_home.run({u"diff"_s, u"c1"_s, u"--series"_s});
        QVERIFY2(one.status == 0 && (one.out + one.err).contains("c1 has one request, and none before it"),
                 one.out + one.err);
        for (const QString& id : {u"d1"_s, u"d2"_s})
            QCOMPARE(
                m_home
                    .run({u"export"_s, id, u"--format"_s, u"har"_s, u"--out"_s, m_home.path(id + u".har"_s)})
                    .status,
                0);
        const ProgramResult archives =
            m_home.run({u"diff"_s, m_home.path(u"d1.har"_s), m_home.path(u"d2.har"_s), u"--json"_s});
        QCOMPARE(archives.status, 1);
        QCOMPARE(archives.lines().size(), 2);
        const ProgramResult entry =
            m_home.run({u"diff"_s, m_home.path(u"d1.har"_s) + u"#2"_s, m_home.path(u"d2.har"_s) + u"#1"_s});
        QVERIFY2(entry.status == 0, entry.out + entry.err);
        for (const auto& [name, said] :
             {std::pair(u"yes.har"_s, "yes"_ba), std::pair(u"no.har"_s, "no"_ba)}) {
            QFile file(m_home.path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(
                R"({"log":{"entries":[{"request":{"method":"GET","url":"http://a/"},"response":{"status":200,)"
                R"("headers":[],"content":{"text":")" +
                said + R"("}}}]}})");
        }
        const ProgramResult answers =
            m_home.run({u"diff"_s, m_home.path(u"yes.har"_s), m_home.path(u"no.har"_s)});
        QVERIFY2(answers.status == 1 && answers.out.contains("  1 difference"), answers.out);
        QCOMPARE(m_home.run({u"diff"_s, u"d1"_s}).status, 2);
        QCOMPARE(m_home.run({u"diff"_s, u"nowhere.har"_s, u"d1"_s}).status, 2);
        QCOMPARE(m_home.run({u"diff"_s, u"x1"_s, u"d1"_s}).status, 2);
    }

private:
    const Home m_home;
    QString m_masked, m_whole;
};

QTEST_GUILESS_MAIN(CaseCommandsTest)
#include "case_test.moc"
