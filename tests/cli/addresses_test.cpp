// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/logging_receiver.h"
#include "cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QByteArray always200(int)
{
    return LoggingReceiver::status(200);
}

ProgramResult addWebhook(const Home& home, const QString& url, const QStringList& more = {},
                         const QByteArray& input = {})
{
    return home.run(QStringList{u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s, url,
                                u"--policy"_s, u"none"_s} +
                        more,
                    input);
}

void importReport(const Home& home, const QByteArray& document)
{
    const ProgramResult result =
        home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s}, document);
    if (result.status != 0)
        qFatal("import: %s", result.err.constData());
}

QList<QByteArray> fieldsOf(const LoggedRequest& request, const QByteArray& name)
{
    QList<QByteArray> values;
    for (const QByteArray& line : request.head().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            values << line.sliced(colon + 1).trimmed();
    }
    return values;
}

} // namespace

/// What is taken is sent, and what is refused is refused at once, everywhere, in the same words.
class AddressesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenIsSent_data();
    void whatIsTakenIsSent();
    void whatIsRefusedIsRefusedEverywhere_data();
    void whatIsRefusedIsRefusedEverywhere();
    void oneBadWebhookHarmsNoOther();
    void anOwnHeaderIsSentOnce_data();
    void anOwnHeaderIsSentOnce();
    void anEditChangesWhatItNames();
    void whatIsNoEditIsRefused_data();
    void whatIsNoEditIsRefused();

private:
    Home m_home; ///< of the edits that are refused: one delivery serves all
    LoggingReceiver m_receiver{always200};
};

void AddressesTest::whatIsTakenIsSent_data()
{
    QTest::addColumn<QString>("url"); // PORT stands for the receiver's
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("authorization");
    const auto row = [](const QString& url, const QByteArray& target, const QByteArray& host,
                        const QByteArray& authorization = {}) {
        QTest::newRow(qPrintable(url)) << url << target << host << authorization;
    };
    row(u" HTTP://127.0.0.1:PORT/café?x=ü z%2F#f "_s, "/caf%C3%A9?x=%C3%BC%20z%2F", "127.0.0.1:PORT");
    row(u"http://BÜCHER.localhost:0PORT"_s, "/", "xn--bcher-kva.localhost:PORT");
    row(u"http://localhost.:PORT/d"_s, "/d", "localhost.:PORT");
    row(u"http://0x7f.1:PORT/?q"_s, "/?q", "127.0.0.1:PORT");
    row(u"http://us%C3%A9r:p%40ss@127.0.0.1:PORT/u"_s, "/u", "127.0.0.1:PORT",
        "Basic " + QByteArray("usér:p@ss").toBase64());
}

void AddressesTest::whatIsTakenIsSent()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, authorization);
    LoggingReceiver receiver(always200);
    const QByteArray port = receiver.url("").mid(QByteArray("http://127.0.0.1:").size());
    url.replace(u"PORT"_s, QString::fromLatin1(port));
    const Home home;
    const ProgramResult added = addWebhook(home, url, {u"--timeout"_s, u"5"_s});
    QVERIFY2(added.status == 0, added.err.constData());
    const ProgramResult tested = home.run({u"webhook"_s, u"test"_s, u"w1"_s});
    QVERIFY2(tested.status == 0, (tested.out + tested.err).constData());
    const ProgramResult replayed = home.run({u"replay"_s, u"d1"_s, u"--to"_s, url});
    QVERIFY2(replayed.status == 0, replayed.err.constData());
    QCOMPARE(receiver.count(), 2);
    for (const LoggedRequest& request : receiver.requests()) {
        QCOMPARE(request.head().split(' ').value(1), target);
        QCOMPARE(request.header("Host"), QByteArray(host).replace("PORT", port));
        QCOMPARE(request.header("Authorization"), authorization);
    }
}

void AddressesTest::whatIsRefusedIsRefusedEverywhere_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("scheme") << u"localhost:3000"_s << QByteArray("begins with http://");
    QTest::newRow("port") << u"http://127.0.0.1:0/"_s << QByteArray("port is not a number from 1 to 65535");
    QTest::newRow("zone") << u"http://[::1%25lo]:1/"_s << QByteArray("zone");
    QTest::newRow("host") << u"http://a..b/"_s << QByteArray("\"a..b\" is not a host name");
}

void AddressesTest::whatIsRefusedIsRefusedEverywhere()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, words);
    LoggingReceiver receiver(always200);
    const Home home;
    QCOMPARE(addWebhook(home, QString::fromLatin1(receiver.url())).status, 0);
    QCOMPARE(home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 0);
    const auto refused = [&](const ProgramResult& result, const QByteArray& place) {
        return result.status == 2 && result.err.contains(place) && result.err.contains(words);
    };
    QVERIFY(refused(addWebhook(home, url), "--url: "));
    QVERIFY(refused(home.run({u"webhook"_s, u"set"_s, u"w1"_s, u"--url"_s, url}), "--url: "));
    QVERIFY(refused(home.run({u"replay"_s, u"d1"_s, u"--to"_s, url}), "--to: "));
    QVERIFY(refused(home.run({u"replay"_s, u"d1"_s, u"--to"_s, url, u"--exact"_s}), "--to: "));
    QVERIFY(refused(home.run({u"forward"_s, u"c1"_s, u"--to"_s, url}), "--to: "));
    const QString rules =
        home.write(u"rules.json"_s, "{\"rules\": [{\"forward\": \"" + url.toUtf8() + "\"}]}");
    QVERIFY(refused(home.run({u"listen"_s, u"--port"_s, u"0"_s, u"--rules"_s, rules, u"--for"_s, u"1"_s}),
                    "$.rules[0].forward"));
    const QByteArray document =
        R"({"type":"Report","config":{"webhooks":[{"url":")" + url.toUtf8() + R"("}]},"components":[]})";
    const ProgramResult checked = home.run({u"report"_s, u"validate"_s, u"-"_s}, document);
    QCOMPARE(checked.status, 1);
    QVERIFY2(checked.out.contains("$.config.webhooks[0].url") && checked.out.contains(words),
             checked.out.constData());
    QCOMPARE(receiver.count(), 1);
}

void AddressesTest::oneBadWebhookHarmsNoOther()
{
    LoggingReceiver receiver(always200);
    const Home home;
    importReport(home, R"({"type":"Report","config":{"webhooks":[{"url":"http://[::1%25lo]/a"},
        {"url":"http://127.0.0.1:1","auth_header":"a\u0001b"},{"url":")" +
                           receiver.url() + R"("}]},"components":[]})");
    const ProgramResult result =
        home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s, u"--json"_s});
    QCOMPARE(result.status, 1);
    QCOMPARE(receiver.count(), 1);
    const QList<QByteArray> lines = result.lines();
    QCOMPARE(lines.size(), 3);
    QString bad;
    const QMap<QString, QByteArray> words{{u"http://[::1%25lo]/a"_s, "zone"},
                                          {u"http://127.0.0.1:1"_s, "Authorization"}};
    for (const QByteArray& line : lines) {
        const QJsonObject delivery = objectOf(line);
        const QByteArray word = words.value(delivery[u"url"].toString());
        QCOMPARE(delivery[u"state"].toString(), word.isEmpty() ? u"delivered"_s : u"exhausted"_s);
        const QJsonArray attempts = delivery[u"attempts"].toArray();
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts[0][u"outcome"].toString(), word.isEmpty() ? u"success"_s : u"blocked"_s);
        const QByteArray error = attempts[0][u"error"].toString().toUtf8();
        QVERIFY2(error.contains(word) && error.startsWith("Nothing was sent: ") != word.isEmpty(),
                 error.constData());
        if (word == "zone")
            bad = delivery[u"webhookId"].toString();
    }
    const ProgramResult tested = home.run({u"webhook"_s, u"test"_s, bad});
    QCOMPARE(tested.status, 2);
    QVERIFY2(tested.err.contains("zone"), tested.err.constData());
    const ProgramResult off = home.run({u"webhook"_s, u"set"_s, bad, u"--off"_s});
    QCOMPARE(off.status, 0);
    QVERIFY2(off.err.contains("zone"), off.err.constData());
}

void AddressesTest::anOwnHeaderIsSentOnce_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("content type") << u"content-type: text/plain"_s
                                  << QByteArray("content-type is sent instead of the one that");
    QTest::newRow("token") << u"Authorization: Basic YTpi"_s << QByteArray("instead of the token");
    QTest::newRow("agent") << u"USER-AGENT: own/1"_s << QByteArray();
    QTest::newRow("encoding") << u"Accept-Encoding: gzip"_s << QByteArray();
    QTest::newRow("language") << u"Accept-Language: de"_s << QByteArray();
}

void AddressesTest::anOwnHeaderIsSentOnce()
{
    QFETCH(QString, header);
    QFETCH(QByteArray, says);
    LoggingReceiver receiver(always200);
    const Home home;
    const ProgramResult added = addWebhook(home, QString::fromLatin1(receiver.url()),
                                           {u"--header"_s, header, u"--auth-token-stdin"_s}, "token");
    QCOMPARE(added.status, 0);
    QVERIFY2(added.err.contains(says), added.err.constData());
    QCOMPARE(home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 0);
    const QByteArray name = header.section(u':', 0, 0).toLatin1();
    QCOMPARE(fieldsOf(receiver.requests().first(), name),
             QList<QByteArray>{header.section(u": "_s, 1).toLatin1()});
}

void AddressesTest::anEditChangesWhatItNames()
{
    LoggingReceiver receiver(always200);
    const Home home;
    QCOMPARE(addWebhook(home, QString::fromLatin1(receiver.url()), {u"--header"_s, u"X-Name: café"_s}).status,
             0);
    QCOMPARE(home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 0);
    const auto edit = [&](const QByteArray& json) {
        return home.run({u"replay"_s, u"d1"_s, u"--edit"_s, u"-"_s}, json).status;
    };
    QCOMPARE(edit("{}"), 0);
    QCOMPARE(receiver.requests().value(1).bytes, receiver.requests().value(0).bytes);
    QCOMPARE(edit(R"({"body": {"id": 8202522731445525542, "d": 1.10}})"), 0);
    QCOMPARE(receiver.requests().value(2).body(), R"({"id":8202522731445525542,"d":1.10})");
    QCOMPARE(receiver.requests().value(2).header("X-Name"), "café");
    QCOMPARE(edit(R"({"method": "PUT", "headers": [["X-Name", "日本"]], "bodyBase64": "AAE="})"), 0);
    QVERIFY(receiver.requests().value(3).head().startsWith("PUT /hook "));
    QCOMPARE(receiver.requests().value(3).header("X-Name"), "日本");
    QCOMPARE(receiver.requests().value(3).body(), QByteArray("\0\1", 2));
}

void AddressesTest::whatIsNoEditIsRefused_data()
{
    QTest::addColumn<QByteArray>("edit");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const QByteArray& edit, const QByteArray& place) {
        QTest::newRow(edit.constData()) << edit << place;
    };
    row("[]", "($)");
    row("\"x\"", "($)");
    row("null", "($)");
    row("{", "ine 1");
    row(R"({"metod": "PUT"})", "($.metod)");
    row(R"({"method": "PUT", "method": "GET"})", "($.method)");
    row(R"({"method": 5})", "($.method)");
    row(R"({"method": null})", "($.method)");
    row(R"({"method": "PO ST"})", "($.method)");
    row(R"({"method": ""})", "($.method)");
    row(R"({"url": "http://127.0.0.1:0/"})", "($.url)");
    row(R"({"url": ["http://127.0.0.1:1/"]})", "($.url)");
    row(R"({"headers": {"X-A": "1"}})", "($.headers)");
    row(R"({"headers": null})", "($.headers)");
    row(R"({"headers": ["X-A: 1"]})", "($.headers[0])");
    row(R"({"headers": [["X-A", "1"], ["X-B", 1]]})", "($.headers[1][1])");
    row(R"({"headers": [["X-A", "1\r\nX-B: 2"]]})", "($.headers[0][1])");
    row(R"({"headers": [["X A", "1"]]})", "($.headers[0][0])");
    row(R"({"headers": [["X-A", "1"], ["Content-Length", "1"]]})", "($.headers[1])");
    row(R"({"headers": [["Transfer-Encoding", "chunked"]]})", "($.headers[0])");
    row(R"({"bodyBase64": "%%% no"})", "($.bodyBase64)");
    row(R"({"bodyBase64": 1})", "($.bodyBase64)");
    row(R"({"bodyBase64": "AA==", "body": "x"})", "($.bodyBase64)");
}

void AddressesTest::whatIsNoEditIsRefused()
{
    QFETCH(QByteArray, edit);
    QFETCH(QByteArray, place);
    if (m_receiver.count() == 0) {
        QCOMPARE(addWebhook(m_home, QString::fromLatin1(m_receiver.url())).status, 0);
        QCOMPARE(m_home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 0);
    }
    const ProgramResult result = m_home.run({u"replay"_s, u"d1"_s, u"--edit"_s, u"-"_s}, edit);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("--edit: ") && result.err.contains(place), result.err.constData());
    QCOMPARE(m_receiver.count(), 1);
}

QTEST_GUILESS_MAIN(AddressesTest)
#include "addresses_test.moc"
