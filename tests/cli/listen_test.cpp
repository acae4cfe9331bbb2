// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray captureKeys =
    "id receivedAt remote tls valid problem method target version headers bodyBase64 bodyBytes wireBytes "
    "rule "
    "responseStatus fault deliveryId attemptNumber acceptMs readMs thinkMs writeMs";

quint16 portOf(const QByteArray& listening)
{
    return static_cast<quint16>(QUrl(objectOf(listening)[u"listening"].toString()).port());
}

/// Sends the bytes and reads to the end of the connection.
QByteArray exchange(quint16 port, const QByteArray& bytes)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(30000))
        return {};
    socket.write(bytes);
    QByteArray answer;
    while (socket.waitForReadyRead(30000))
        answer += socket.readAll();
    return answer + socket.readAll();
}

/// Reads a pipe's lines when told to, and never by itself.
class PipeReader
{
public:
    explicit PipeReader(const QString& name)
        : m_pipe(mkfifo(qPrintable(name), 0600) == 0 ? ::open(qPrintable(name), O_RDONLY | O_NONBLOCK) : -1)
    {
    }
    ~PipeReader() { ::close(m_pipe); }
    Q_DISABLE_COPY_MOVE(PipeReader)

    const QList<QByteArray>& lines()
    {
        std::array<char, 65536> buffer{};
        for (ssize_t size = 0; (size = ::read(m_pipe, buffer.data(), buffer.size())) > 0;)
            m_rest.append(buffer.data(), size);
        for (qsizetype end = 0; (end = m_rest.indexOf('\n')) >= 0; m_rest.remove(0, end + 1))
            m_lines << m_rest.first(end);
        return m_lines;
    }

private:
    int m_pipe;
    QByteArray m_rest;
    QList<QByteArray> m_lines;
};

QByteArray post(const QByteArray& target, const QByteArray& body)
{
    return "POST " + target +
           " HTTP/1.1\r\nHost: here\r\nx-Tenant:  a b \r\nX-TENANT: c\r\nConnection: close\r\n" +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// The listener from the command line, and two programs on one workspace.
class ListenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatArrivesIsKeptByteForByte();
    void malformedInputIsCapturedToo();
    void anEmptyLineBelongsToTheRawRequest();
    void whatCannotBeJudgedIsTold();
    void rulesAnswerAndAreReadAgain();
    void badRulesAreStatus2WithTheirPlace();
    void aBusyPortIsStatus4AndAFreeOneIsOffered();
    void itEndsAfterTheTimeThatWasGiven();
    void ctrlCEndsItWithStatus130();
    void httpsIsServedWithTheLocalAuthority();
    void twoProgramsShareOneWorkspace();
    void aClosedReaderEndsIt();
    void aStalledReaderHoldsNothingUp();
    void whatWasAnsweredIsPrintedBeforeItEnds();
    void limitsAreOptions();
    void aFullQuotaAnswers507();
    void whyRequestsAreNotStoredIsToldEvenWhenQuiet();
    void whatTheQuotaRemovesIsToldOnStandardError();
    void capturesAreFoundAndCompared();
    void exportsMaskSecrets();
};

void ListenTest::whatArrivesIsKeptByteForByte()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s, u"--json"_s});
    const QByteArray first = Home::nextLine(*listener);
    QVERIFY2(first.startsWith("{\"listening\":\"http://127.0.0.1:"), first.constData());
    const QByteArray request = post("/hook?x=1", QByteArray("{\"a\":1.0}\0\xff", 11));
    QVERIFY(exchange(portOf(first), request).startsWith("HTTP/1.1 200 "));
    const ProgramResult ended = Home::end(*listener);
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.lines().size(), 1);
    const QJsonObject summary = objectOf(ended.out);
    QCOMPARE(summary[u"id"].toString(), u"c1"_s);
    QCOMPARE(summary[u"target"].toString(), u"/hook?x=1"_s);
    QCOMPARE(summary[u"responseStatus"].toInt(), 200);
    QVERIFY(!summary.contains(u"bodyBase64"_s));

    QCOMPARE(home.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out, request);
    QCOMPARE(home.run({u"capture"_s, u"c1"_s, u"--body"_s}).out, QByteArray("{\"a\":1.0}\0\xff", 11));
    const ProgramResult whole = home.run({u"capture"_s, u"c1"_s, u"--json"_s});
    QVERIFY2(keysOf(whole.out.trimmed()).startsWith(captureKeys), keysOf(whole.out.trimmed()).constData());
    const QJsonArray headers = objectOf(whole.out)[u"headers"].toArray();
    QCOMPARE(headers[1].toArray(), (QJsonArray{u"x-Tenant"_s, u"a b"_s}));
    QCOMPARE(headers[2].toArray(), (QJsonArray{u"X-TENANT"_s, u"c"_s}));
}

void ListenTest::malformedInputIsCapturedToo()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s, u"--json"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    QVERIFY(exchange(port, "GET / HTTP/1.1\r\nHost : here\r\n\r\n").startsWith("HTTP/1.1 400 "));
    const QJsonObject capture = objectOf(Home::end(*listener).out);
    QCOMPARE(capture[u"valid"].toBool(), false);
    QVERIFY(!capture[u"problem"].toString().isEmpty());
}

void ListenTest::anEmptyLineBelongsToTheRawRequest()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s, u"--json"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    const QByteArray request = "\r\nGET /a HTTP/1.2\r\nHost: here\r\nConnection: close\r\n\r\n";
    QVERIFY(exchange(port, request).startsWith("HTTP/1.1 200 "));
    const QJsonObject capture = objectOf(Home::end(*listener).out);
    QCOMPARE(capture[u"version"].toString(), u"1.2"_s);
    QCOMPARE(capture[u"wireBytes"].toInt(), request.size());
    QCOMPARE(capture[u"headers"].toArray().size(), 2);
    QCOMPARE(home.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out, request);
}

void ListenTest::whatCannotBeJudgedIsTold()
{
    const Home home;
    const QString rules = home.write(
        u"rules.json"_s,
        R"({"rules": [{"name": "failed", "match": {"body": {"$.n": "1000"}}, "reply": {"status": 503}}]})");
    const auto listener = home.start(
        {u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"2"_s, u"--rules"_s, rules, u"--json"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    QVERIFY(exchange(port, post("/hook", R"({"n": 1e3})")).startsWith("HTTP/1.1 503 "));
    QVERIFY(exchange(port, post("/hook", "n=1000")).startsWith("HTTP/1.1 200 "));
    const ProgramResult ended = Home::end(*listener);
    QVERIFY2(ended.err.contains("The rule \"failed\" could not be tried on a request: the body is no JSON"),
             ended.err.constData());
}

void ListenTest::rulesAnswerAndAreReadAgain()
{
    const Home home;
    const QString rules =
        home.write(u"rules.json"_s, R"({"rules": [{"name": "down", "reply": {"status": 503}}]})");
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--rules"_s, rules, u"--json"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    QVERIFY(exchange(port, post("/hook", {})).startsWith("HTTP/1.1 503 "));
    QCOMPARE(objectOf(Home::nextLine(*listener))[u"rule"].toString(), u"down"_s);
    home.write(u"rules.json"_s, R"({"rules": [{"name": "gone", "reply": {"status": 410}}]})");
    QTRY_VERIFY_WITH_TIMEOUT(exchange(port, post("/hook", {})).startsWith("HTTP/1.1 410 "), 60000);
    home.write(u"rules.json"_s, "{\"rules\": [");
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += listener->readAllStandardError()).contains("stay as they were"),
                             60'000);
    QVERIFY(exchange(port, post("/hook", {})).startsWith("HTTP/1.1 410 "));
    listener->terminate();
    QCOMPARE(Home::end(*listener).status, 130);
}

void ListenTest::badRulesAreStatus2WithTheirPlace()
{
    const Home home;
    const QString rules =
        home.write(u"rules.json"_s, R"({"rules": [{"name": "down", "replly": {"status": 503}}]})");
    const ProgramResult result = home.run({u"listen"_s, u"--port"_s, u"0"_s, u"--rules"_s, rules});
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains("--rules") && result.err.contains("replly"), result.err.constData());
}

void ListenTest::aBusyPortIsStatus4AndAFreeOneIsOffered()
{
    QTcpServer busy;
    QVERIFY(busy.listen(QHostAddress::LocalHost));
    const ProgramResult result = Home().run({u"listen"_s, u"--port"_s, QString::number(busy.serverPort())});
    QCOMPARE(result.status, 4);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains(QByteArray::number(busy.serverPort())), result.err.constData());
    QVERIFY2(result.err.contains("free") || result.err.contains("--port"), result.err.constData());
}

void ListenTest::itEndsAfterTheTimeThatWasGiven()
{
    const Home home;
    QCOMPARE(home.run({u"listen"_s, u"--port"_s, u"0"_s, u"--for"_s, u"0.1"_s}).status, 0);
    QCOMPARE(home.run({u"listen"_s, u"--port"_s, u"0"_s, u"--for"_s, u"0.1"_s, u"--count"_s, u"1"_s}).status,
             1);
}

void ListenTest::ctrlCEndsItWithStatus130()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s});
    QVERIFY(Home::nextLine(*listener).startsWith("{\"listening\""));
    ::kill(static_cast<pid_t>(listener->processId()), SIGINT);
    QCOMPARE(Home::end(*listener).status, 130);
}

void ListenTest::httpsIsServedWithTheLocalAuthority()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--tls"_s});
    const QByteArray first = Home::nextLine(*listener);
    QVERIFY2(first.startsWith("{\"listening\":\"https://127.0.0.1:"), first.constData());
    QVERIFY(exchange(portOf(first), post("/plain", {})).startsWith("HTTP/1.1 400 "));
    const ProgramResult shown = home.run({u"ca"_s, u"show"_s, u"--json"_s});
    QCOMPARE(shown.status, 0);
    QVERIFY(objectOf(shown.out)[u"fingerprint"].toString().contains(u':'));
    QCOMPARE(home.run({u"ca"_s, u"export"_s, u"ca.pem"_s}).status, 0);
    QFile file(home.path(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("-----BEGIN CERTIFICATE-----"));
    listener->terminate();
    Home::end(*listener);
}

void ListenTest::twoProgramsShareOneWorkspace()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s, u"--json"_s});
    const QByteArray first = Home::nextLine(*listener);
    const QByteArray url = objectOf(first)[u"listening"].toString().toLatin1() + "/hook";
    QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                      R"({"type":"Report","config":{},"components":[]})")
                 .status,
             0);
    QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                       QString::fromLatin1(url), u"--auth-token-stdin"_s},
                      "secret")
                 .status,
             0);
    QCOMPARE(home.run({u"report"_s, u"list"_s, u"--json"_s}).lines().size(), 1);
    const ProgramResult sent =
        home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s, u"--json"_s});
    QVERIFY2(sent.status == 0, sent.err.constData());
    const QJsonObject attempt = objectOf(sent.out)[u"attempts"].toArray().at(0).toObject();
    QCOMPARE(attempt[u"captureId"].toString(), u"c1"_s);
    QCOMPARE(Home::end(*listener).status, 0);
    const ProgramResult capture = home.run({u"capture"_s, u"c1"_s, u"--json"_s});
    QCOMPARE(objectOf(capture.out)[u"deliveryId"].toString(), u"d1"_s);
    QCOMPARE(objectOf(capture.out)[u"attemptNumber"].toInt(), 1);
}

void ListenTest::aClosedReaderEndsIt()
{
    const Home home;
    const auto listener = home.startShell(u"( $cli listen --port 0 --json; echo $? > status ) | head -n 1"_s);
    const quint16 port = portOf(Home::nextLine(*listener));
    QVERIFY(exchange(port, post("/hook", {})).startsWith("HTTP/1.1 200 "));
    QCOMPARE(Home::end(*listener).status, 0);
    QFile status(home.path(u"status"_s));
    QVERIFY(status.open(QIODevice::ReadOnly));
    QCOMPARE(status.readAll(), QByteArray("130\n"));
}

/// What nobody reads waits in the workspace; the rules are read again, and a signal ends it.
void ListenTest::aStalledReaderHoldsNothingUp()
{
    const Home home;
    home.write(u"rules.json"_s, R"({"rules": [{"reply": {"status": 503}}]})");
    PipeReader reader(home.path(u"pipe"_s));
    const auto listener = home.startShell(u"exec $cli --json listen --port 0 --rules rules.json > pipe"_s);
    QTRY_COMPARE_WITH_TIMEOUT(reader.lines().size(), 1, 60'000);
    const quint16 port = portOf(reader.lines().first());
    const QByteArray request = post('/' + QByteArray(4000, 'a'), {});
    constexpr int count = 200; // lines of 4 KB: far more than a pipe takes
    for (int i = 0; i < count; ++i)
        QVERIFY(exchange(port, request).startsWith("HTTP/1.1 503 "));

    home.write(u"rules.json"_s, R"({"rules": [{"reply": {"status": 410}}]})");
    int sent = count;
    const auto isGone = [&] {
        ++sent;
        return exchange(port, post("/again", {})).startsWith("HTTP/1.1 410 ");
    };
    QVERIFY(QTest::qWaitFor(isGone, 60'000));
    QTRY_COMPARE_WITH_TIMEOUT(reader.lines().size(), 1 + sent, 60'000);
    QSet<QString> ids;
    for (const QByteArray& line : reader.lines())
        ids << objectOf(line)[u"id"].toString();
    QCOMPARE(ids.size(), 1 + sent);

    for (int i = 0; i < count; ++i)
        exchange(port, request);
    listener->terminate();
    QCOMPARE(Home::end(*listener).status, 130);
    QVERIFY(reader.lines().size() < 1 + sent + count);
}

void ListenTest::whatWasAnsweredIsPrintedBeforeItEnds()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--json"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    for (int i = 0; i < 20; ++i)
        QVERIFY(exchange(port, post("/hook", {})).startsWith("HTTP/1.1 200 "));
    listener->terminate();
    QCOMPARE(Home::end(*listener).lines().size(), 20);
}

void ListenTest::limitsAreOptions()
{
    const Home home;
    const auto listener =
        home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"3"_s, u"--max-body"_s, u"1Ki"_s,
                    u"--max-fields"_s, u"6"_s, u"--head-seconds"_s, u"0.3"_s, u"--json"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    QVERIFY(exchange(port, post("/hook", QByteArray(1024, 'b'))).startsWith("HTTP/1.1 200 "));
    QVERIFY(exchange(port, post("/hook", QByteArray(1025, 'b'))).startsWith("HTTP/1.1 413 "));
    QVERIFY(exchange(port, "POST / HTTP/1.1\r\nHost:").startsWith("HTTP/1.1 408 "));
    QCOMPARE(Home::end(*listener).status, 0);
    const ProgramResult wrong = home.run({u"listen"_s, u"--max-body"_s, u"901Mi"_s});
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.err.contains("--max-body") && wrong.err.contains("943718400"), wrong.err.constData());
    QCOMPARE(home.run({u"listen"_s, u"--at-quota"_s, u"wait"_s}).status, 2);
}

void ListenTest::aFullQuotaAnswers507()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--for"_s, u"20"_s,
                                      u"--quota-count"_s, u"1"_s, u"--at-quota"_s, u"refuse"_s, u"--json"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    QVERIFY(exchange(port, post("/hook", {})).startsWith("HTTP/1.1 200 "));
    QVERIFY(!Home::nextLine(*listener).isEmpty());
    QVERIFY(exchange(port, post("/hook", {})).startsWith("HTTP/1.1 507 "));
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += listener->readAllStandardError()).contains("Remove captures"), 30'000);
    listener->terminate();
    QCOMPARE(Home::end(*listener).lines().size(), 0);

    // The quota is the workspace's, and another run raises it.
    const auto again = home.start(
        {u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s, u"--quota-count"_s, u"2"_s, u"--json"_s});
    const quint16 newPort = portOf(Home::nextLine(*again));
    QVERIFY(exchange(newPort, post("/hook", {})).startsWith("HTTP/1.1 200 "));
    QCOMPARE(Home::end(*again).status, 0);
    const auto third = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--for"_s, u"20"_s, u"--json"_s});
    QVERIFY(exchange(portOf(Home::nextLine(*third)), post("/hook", {})).startsWith("HTTP/1.1 507 "));
    third->terminate();
    Home::end(*third);
}

/// The system stops the file from growing, as a full disk does.
void ListenTest::whyRequestsAreNotStoredIsToldEvenWhenQuiet()
{
    const Home home;
    const auto listener =
        home.startShell(u"trap '' XFSZ; ulimit -f 4000; exec $cli --quiet listen --port 0"_s);
    const quint16 port = portOf(Home::nextLine(*listener));
    const QByteArray request = post("/", QByteArray(50'000, 'x'));
    int stored = 0;
    QByteArray answer;
    while ((answer = exchange(port, request)).startsWith("HTTP/1.1 200 "))
        QVERIFY(++stored < 200);
    QVERIFY2(answer.startsWith("HTTP/1.1 503 "), answer.constData());
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += listener->readAllStandardError()).contains("Requests are not stored."),
                             60'000);
    listener->terminate();
    QCOMPARE(Home::end(*listener).status, 130);
    QCOMPARE(home.run({u"captures"_s, u"--json"_s}).lines().size(), stored);
}

void ListenTest::whatTheQuotaRemovesIsToldOnStandardError()
{
    const Home home;
    const auto listener = home.start(
        {u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"4"_s, u"--quota-count"_s, u"2"_s, u"--json"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    for (int i = 0; i < 4; ++i) {
        QVERIFY(exchange(port, post("/hook", {})).startsWith("HTTP/1.1 200 "));
        QVERIFY(!Home::nextLine(*listener).isEmpty());
    }
    const ProgramResult ended = Home::end(*listener);
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.err.contains("2 for the number"), ended.err.constData());
    QCOMPARE(home.run({u"captures"_s, u"--json"_s}).lines().size(), 2);
}

void ListenTest::capturesAreFoundAndCompared()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"3"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    exchange(port, post("/hook", R"({"event": "a", "n": 1})"));
    exchange(port, post("/hook", R"({"n": 1, "event": "b"})"));
    exchange(port, post("/other", R"({"event": "a", "n": 1})"));
    QCOMPARE(Home::end(*listener).status, 0);
    const ProgramResult all = home.run({u"captures"_s, u"--json"_s});
    QCOMPARE(all.lines().size(), 3);
    QCOMPARE(objectOf(all.lines().first())[u"id"].toString(), u"c3"_s);
    QCOMPARE(home.run({u"captures"_s, u"--json"_s, u"--limit"_s, u"2"_s}).lines().size(), 2);
    QCOMPARE(home.run({u"captures"_s, u"--json"_s, u"--where"_s, u"path=/hook"_s}).lines().size(), 2);
    QCOMPARE(home.run({u"captures"_s, u"--where"_s, u"path=/nobody"_s}).status, 1);
    const auto found = [&](const QString& where) {
        QByteArrayList ids;
        for (const QByteArray& line : home.run({u"captures"_s, u"--json"_s, u"--where"_s, where}).lines())
            ids << objectOf(line)[u"id"].toString().toUtf8();
        return ids.join(' ');
    };
    QCOMPARE(found(u"$.event=a"_s), "c3 c1");
    QCOMPARE(found(u"(\"event\\\": \\\"b\" or path:*THER) not status=503"_s), "c3 c2");
    QCOMPARE(found(u"after:10m $.n=1.0 id<c3"_s), "c2 c1");
    QCOMPARE(found(u"before:10m"_s), "");
    const ProgramResult wrong = home.run({u"captures"_s, u"--where"_s, u"path=\"a and b\" and colour=red"_s});
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.err.contains("--where: At character 20:"), wrong.err.constData());
    QCOMPARE(home.run({u"captures"_s, u"--where"_s, u"path ="_s}).status, 2);
    QCOMPARE(home.run({u"export"_s, u"--where"_s, u"$.event=a"_s, u"--format"_s, u"ndjson"_s}).lines().size(),
             2);
    QCOMPARE(home.run({u"export"_s, u"--where"_s, u"nothing"_s, u"--format"_s, u"ndjson"_s}).status, 1);
    QCOMPARE(home.run({u"export"_s, u"--format"_s, u"ndjson"_s}).status, 2);
    QCOMPARE(home.run({u"export"_s, u"c1"_s, u"--where"_s, u"a"_s, u"--format"_s, u"raw"_s}).status, 2);
    const ProgramResult different = home.run({u"diff"_s, u"c1"_s, u"c2"_s, u"--json"_s});
    QCOMPARE(different.status, 1);
    QVERIFY2(different.out.contains("$.event"), different.out.constData());
    QCOMPARE(home.run({u"diff"_s, u"c1"_s, u"c1"_s}).status, 0);
}

void ListenTest::exportsMaskSecrets()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s});
    const quint16 port = portOf(Home::nextLine(*listener));
    exchange(port, "POST / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer hush\r\nConnection: "
                   "close\r\nContent-Length: 2\r\n\r\n{}");
    QCOMPARE(Home::end(*listener).status, 0);
    for (const QString& format : {u"raw"_s, u"curl"_s, u"har"_s, u"ndjson"_s, u"csv"_s}) {
        const ProgramResult masked = home.run({u"export"_s, u"c1"_s, u"--format"_s, format});
        QCOMPARE(masked.status, 0);
        QVERIFY2(!masked.out.isEmpty() && !masked.out.contains("hush"), masked.out.constData());
    }
    QVERIFY(home.run({u"export"_s, u"c1"_s, u"--format"_s, u"raw"_s, u"--with-secrets"_s})
                .out.contains("Bearer hush"));
    QCOMPARE(home.run({u"export"_s, u"c1"_s, u"--format"_s, u"har"_s, u"--out"_s, u"c1.har"_s}).out,
             QByteArray());
    QVERIFY(QFile::exists(home.path(u"c1.har"_s)));
}

QTEST_GUILESS_MAIN(ListenTest)
#include "listen_test.moc"
