// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/har_schema.h"
#include "cli/json_text.h"
#include "cli/program.h"
#include "support/recording_receiver.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QStringList forms{u"raw"_s, u"curl"_s, u"har"_s, u"ndjson"_s, u"csv"_s};
/// Those that refuse what their programs cannot carry, and those of which a file holds one.
const QStringList fussyForms{u"postman"_s, u"bruno"_s,  u"http"_s,       u"httpie"_s, u"python"_s,
                             u"node"_s,    u"csharp"_s, u"powershell"_s, u"html"_s};

/// What stands in it in base64, too, twice over.
QByteArray withDecoded(QByteArray text)
{
    static const QRegularExpression base64(u"[A-Za-z0-9+/]{8,}=*"_s);
    for (int depth = 0; depth < 2; ++depth) {
        for (auto found = base64.globalMatch(QString::fromLatin1(text)); found.hasNext();)
            text += '\n' + QByteArray::fromBase64(found.next().captured().toLatin1());
    }
    return text;
}

/// A workspace with what was sent to its listener, one connection each.
class Traffic
{
public:
    explicit Traffic(const QList<QByteArray>& requests, const QByteArray& rules = R"({"rules": []})")
    {
        home.write(u"rules.json"_s, rules);
        m_listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--rules"_s, home.path(u"rules.json"_s)});
        port =
            static_cast<quint16>(QUrl(objectOf(Home::nextLine(*m_listener))[u"listening"].toString()).port());
        for (const QByteArray& request : requests)
            answers << send(request);
    }
    ~Traffic() { stop(); }
    Q_DISABLE_COPY_MOVE(Traffic)

    void stop()
    {
        if (m_listener) {
            m_listener->terminate();
            Home::end(*m_listener);
        }
        m_listener.reset();
    }

    /// The answer's first line.
    QByteArray send(const QByteArray& request) const
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        if (!socket.waitForConnected(30000))
            return {};
        socket.write(request);
        QByteArray answer;
        while (!answer.contains('\n') && socket.waitForReadyRead(30000))
            answer += socket.readAll();
        return answer.split('\r').first();
    }

    ProgramResult exported(const QStringList& ids, const QString& form, const QStringList& more = {}) const
    {
        return home.run(QStringList{u"export"_s} + ids + QStringList{u"--format"_s, form} + more);
    }
    QByteArray whole(const QString& id, const QString& form) const
    {
        return exported({id}, form, {u"--with-secrets"_s}).out;
    }
    QJsonArray entries(const QStringList& ids) const
    {
        const QByteArray har = exported(ids, u"har"_s, {u"--with-secrets"_s}).out;
        if (const QStringList problems = harProblems(har); !problems.isEmpty())
            qFatal("%s", qPrintable(problems.join(u'\n')));
        return QJsonDocument::fromJson(har)[u"log"_s][u"entries"_s].toArray();
    }

    Home home;
    quint16 port = 0;
    QList<QByteArray> answers;

private:
    std::unique_ptr<QProcess> m_listener;
};

QByteArray posted(const QByteArray& fields, const QByteArray& body, const QByteArray& target = "/h")
{
    return "POST " + target + " HTTP/1.1\r\nHost: a.example\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A body that HAR holds as text or in base64.
/// A workspace with a secret in every place that has one: tokens, URLs, fields of one's own, bodies,
/// trailers, rules, answers.
struct Leaky
{
    const QByteArray token = "Bear/er+\"tok\xc3\xa9n 1";
    const RecordingReceiver receiver{
        Misbehaviour::AnswerClose,
        "HTTP/1.1 200 OK\r\nSet-Cookie: sid=SESSION-SECRET\r\nContent-Length: 11\r\n\r\nECHO-SECRET"};
    const Traffic traffic{
        {posted("Authorization: Basic " + QByteArray("me:BASIC-SECRET").toBase64() +
                    "\r\nX-Gitlab-Token: GITLAB-SECRET\r\n",
                R"({"doc":")" + ("x" + token).toBase64() + R"(","password":"BODY-SECRET","e":"ECHO-SECRET"})",
                "/h?api_key=QUERY-SECRET&q=" + token.toPercentEncoding()),
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nECHO-S\r\n5\r\nECRET\r\n0\r\n"
         "X-Auth-Token: TRAILER-SECRET\r\n\r\n",
         "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer RULE-SECRET\r\n\r\n",
         "POST /bot1:ODD-SECRET/x HTTP/1.1\r\nHost: a\r\nAuthorization : Bearer BROKEN-SECRET\r\n\r\n"},
        R"({"rules": [{"name": "locked", "require": {"bearer": "RULE-SECRET"}, "reply": {"body": "RULE-SECRET"},
            "otherwise": {"status": 200, "body": "ECHO-SECRET RULE-SECRET"}}]})"};

    Leaky()
    {
        traffic.home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                          receiver.url(u"/bot42:PATH-SECRET/x?sig=URL-SECRET"_s), u"--header"_s,
                          u"X-Any: ECHO-SECRET"_s, u"--auth-token-stdin"_s, u"--policy"_s, u"none"_s},
                         token);
        traffic.home.run({u"webhook"_s, u"test"_s, u"w1"_s});
        if (!receiver.connections().first().bytes.contains(token))
            qFatal("the token was not sent");
    }

    /// What stands around a secret; empty: none is there, in base64 neither.
    QByteArray leakIn(const QByteArray& output) const
    {
        const QByteArray text = withDecoded(output);
        for (const QByteArray& secret : {QByteArray("-SECRET"), token, token.toPercentEncoding()}) {
            if (const qsizetype at = text.indexOf(secret); at >= 0)
                return text.sliced(std::max<qsizetype>(0, at - 100)).left(300);
        }
        return {};
    }
};

QByteArray bodyOf(const QJsonValue& holder, const QString& encoding)
{
    const QByteArray text = holder[u"text"_s].toString().toUtf8();
    return holder[encoding].toString() == u"base64" ? QByteArray::fromBase64(text) : text;
}

const QByteArray chunked = "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                           "3;x=1\r\nhel\r\n2\r\nlo\r\n0\r\nX-Sum: 5\r\n\r\n";
const QByteArray oldOne = "POST /old HTTP/1.0\r\nContent-Length: 2\r\n\r\nhi";
const QByteArray absolute =
    "POST http://b.example/abs?y=2 HTTP/1.1\r\nHost: b.example\r\nContent-Length: 2\r\n\r\nhi";
const QByteArray star = "OPTIONS * HTTP/1.1\r\nHost: a.example\r\n\r\n";
const QByteArray tunnel = "CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n";
const QByteArray broken =
    "POST /caf\xc3\xa9 HTTP/1.1\r\nHost: a\r\nX-Bin: \xe9\r\nContent-Length: 2\r\n\r\nhi";
const QByteArray garbage = QByteArray("\x16\x03\x01\x00\xa5\x01", 6);

} // namespace

/// What exports and comparisons say, held against the bytes that were on the wire.
class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rawIsWhatWasReceived();
    void oddTargetsAreRightInEveryForm();
    void oneOddCaptureDoesNotEndAnExportOfMany();
    void harLosesNoByte();
    void harOfADeliveryIsWhatWasSent();
    void aDeliveryIsExportedAsItWasSent();
    void aPerfectDeliveryDiffersInNothing();
    void curlSendsTheSameAgain();
    void noFormLeaks();
    void noComparisonLeaks();
    void namesToMaskAreTheWorkspaces();
    void withSecretsAFileIsItsOwners();
    void aReplayKeepsBytesAndTargets();
};

void ExportTest::rawIsWhatWasReceived()
{
    const QList<QByteArray> requests{chunked, oldOne, absolute, star, tunnel, broken, garbage};
    const Traffic traffic(requests);
    for (qsizetype i = 0; i < requests.size(); ++i) {
        const QString id = u'c' + QString::number(i + 1);
        QCOMPARE(traffic.whole(id, u"raw"_s), requests[i]);
        QCOMPARE(traffic.exported({id}, u"raw"_s).out, requests[i]); // there is no secret in it
    }
    QCOMPARE(traffic.exported({u"c2"_s, u"c1"_s}, u"raw"_s).out, oldOne + chunked);
}

void ExportTest::oddTargetsAreRightInEveryForm()
{
    const Traffic traffic({absolute, star, tunnel, oldOne, broken});
    const QStringList urls{u"http://b.example/abs?y=2"_s, u"http://a.example"_s, u"http://a.example:443"_s,
                           u"http://127.0.0.1:%1/old"_s.arg(traffic.port), u"http://a/café"_s};
    const QStringList targets{u"http://b.example/abs?y=2"_s, u"*"_s, u"a.example:443"_s, u"/old"_s,
                              u"/café"_s};
    const QJsonArray entries = traffic.entries({u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s, u"c5"_s});
    for (qsizetype i = 0; i < urls.size(); ++i) {
        const QString id = u'c' + QString::number(i + 1);
        const QJsonValue request = entries[i].toObject()[u"request"_s];
        QCOMPARE(request[u"url"_s].toString(), urls[i]);
        QCOMPARE(request[u"_target"_s].toString(), targets[i]);
        QCOMPARE(request[u"httpVersion"_s].toString(), i == 3 ? u"HTTP/1.0"_s : u"HTTP/1.1"_s);
        const QByteArray csv = traffic.whole(id, u"csv"_s);
        QVERIFY2(csv.contains("\",\"" + urls[i].toUtf8() + "\",\""), csv.constData());
        const QByteArray curl = traffic.whole(id, u"curl"_s);
        QVERIFY2(curl.contains(i == 3 ? "--http1.0 " : "--http1.1 ") && !curl.contains("-X ''"),
                 curl.constData());
        QCOMPARE(curl.contains(" --request-target '" + targets[i].toUtf8() + "' "), i != 3);
    }
}

void ExportTest::oneOddCaptureDoesNotEndAnExportOfMany()
{
    const Traffic traffic({absolute, garbage, oldOne});
    const QStringList all{u"c1"_s, u"c2"_s, u"c3"_s};
    for (const QString& form : forms) {
        const ProgramResult result = traffic.exported(all, form);
        QCOMPARE(result.status, form == u"curl" ? 1 : 0);
        QVERIFY2(result.err.isEmpty() || result.err.contains("c2 "), result.err.constData());
        QVERIFY2(form == u"raw" || form == u"ndjson" || result.out.contains("b.example/abs"),
                 result.out.constData());
        QVERIFY2(form == u"ndjson" || result.out.contains("/old"), result.out.constData());
    }
    QCOMPARE(traffic.exported(all, u"curl"_s).out.count("\n"), 2);
    QCOMPARE(traffic.exported(all, u"ndjson"_s).lines().size(), 3);
    QCOMPARE(traffic.exported({u"c1"_s, u"c9"_s}, u"raw"_s).status, 1);
}

void ExportTest::harLosesNoByte()
{
    const QList<QByteArray> bodies{QByteArray("\xa4\x26\x37\x13\x00\xff", 6),
                                   "caf\xe9",
                                   "{\"n\":\"caf\xc3\xa9\"}",
                                   QByteArray("a\0b", 3),

                                   "\xed\xa0\x80",
                                   "line\r\nline\n"};
    QList<QByteArray> requests;
    for (const QByteArray& body : bodies)
        requests << posted(
            "X-Name: caf\xc3\xa9\r\nX-Old: caf\xe9\r\nCookie: s=1; t=a=b\r\nContent-Type: text/x; "
            "charset=y\r\n",
            body, "/h?a=1&b=%20x&c&=d&e=%FF&f=a+b");
    requests << posted({}, "\xef\xbb\xbf{}") << "GET /none HTTP/1.0\r\n\r\n";
    const Traffic traffic(requests, R"({"rules": [{"reply": {"status": 302, "body": "caf\u00e9 there",
        "headers": [["Location", "/else"], ["X-Name", "caf\u00e9"], ["Set-Cookie", "s=1; Path=/; HttpOnly; Secure"],
        ["Set-Cookie", "t=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"], ["Content-Type", "text/plain"]]}}]})");
    QStringList ids;
    for (qsizetype i = 1; i <= requests.size(); ++i)
        ids << u'c' + QString::number(i);
    const QJsonArray entries = traffic.entries(ids);
    QCOMPARE(entries.size(), requests.size());
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        const QJsonValue request = entries[i].toObject()[u"request"_s];
        QCOMPARE(bodyOf(request[u"postData"_s], u"_encoding"_s), bodies[i]);
        QCOMPARE(request[u"bodySize"_s].toInt(), bodies[i].size());
        const QByteArray head = QByteArray::fromBase64(request[u"_headBase64"_s].toString().toLatin1());
        QCOMPARE(head + bodies[i], requests[i]);
        QCOMPARE(request[u"headersSize"_s].toInt(), head.size());
    }
    QVERIFY(traffic.whole(ids[bodies.size()], u"har"_s)
                .contains("\"text\": \"\xef\xbb\xbf{}\"")); // Qt's reader drops it
    const QJsonValue request = entries[0].toObject()[u"request"_s];
    QCOMPARE(QJsonDocument(request[u"queryString"_s].toArray()).toJson(QJsonDocument::Compact),
             QByteArray(R"([{"name":"a","value":"1"},{"name":"b","value":" x"},{"name":"c","value":""},)"
                        R"({"name":"","value":"d"},{"name":"e","value":"%FF"},{"name":"f","value":"a b"}])"));
    QCOMPARE(QJsonDocument(request[u"cookies"_s].toArray()).toJson(QJsonDocument::Compact),
             QByteArray(R"([{"name":"s","value":"1"},{"name":"t","value":"a=b"}])"));
    QCOMPARE(request[u"postData"_s][u"mimeType"_s].toString(), u"text/x; charset=y"_s);
    QCOMPARE(request[u"headers"_s][1][u"value"_s].toString(), u"café"_s);
    QCOMPARE(request[u"headers"_s][2][u"value"_s].toString(), u"caf\\xe9"_s);
    const QJsonValue response = entries[0].toObject()[u"response"_s];
    QCOMPARE(response[u"status"_s].toInt(), 302);
    QCOMPARE(response[u"statusText"_s].toString(), u"Found"_s);
    QCOMPARE(response[u"redirectURL"_s].toString(), u"/else"_s);
    QCOMPARE(response[u"content"_s][u"text"_s].toString(), u"café there"_s);
    QCOMPARE(response[u"content"_s][u"mimeType"_s].toString(), u"text/plain"_s);
    QCOMPARE(response[u"cookies"_s][0][u"httpOnly"_s].toBool(), true);
    QCOMPARE(response[u"cookies"_s][1][u"expires"_s].toString(), u"2026-10-21T07:28:00Z"_s);
    QVERIFY(!entries.last().toObject()[u"request"_s].toObject().contains(u"postData"_s));
}

void ExportTest::harOfADeliveryIsWhatWasSent()
{
    const QByteArray body("\xff\x00 late", 7);
    const RecordingReceiver receiver(Misbehaviour::AnswerClose,
                                     "HTTP/1.1 503 Not now\r\nX-Name: caf\xc3\xa9\r\n"
                                     "Content-Length: 7\r\n\r\n" +
                                         body);
    const Traffic traffic({});
    const QString refused = u"http://127.0.0.1:%1/x"_s.arg(closedPort());
    for (const QString& url : {receiver.url(u"/hook?x=1"_s), refused}) {
        QCOMPARE(traffic.home
                     .run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s, url,
                           u"--policy"_s, u"none"_s})
                     .status,
                 0);
    }
    traffic.home.run({u"webhook"_s, u"test"_s, u"w1"_s});
    traffic.home.run({u"webhook"_s, u"test"_s, u"w2"_s});
    const QJsonArray entries = traffic.entries({u"d1"_s, u"d2"_s});
    QCOMPARE(entries.size(), 2);
    const QJsonValue sent = entries[0], lost = entries[1];
    QCOMPARE(QByteArray::fromBase64(sent[u"request"_s][u"_headBase64"_s].toString().toLatin1()) +
                 bodyOf(sent[u"request"_s][u"postData"_s], u"_encoding"_s),
             receiver.connections().first().bytes);
    QCOMPARE(sent[u"request"_s][u"url"_s].toString(), receiver.url(u"/hook?x=1"_s));
    QCOMPARE(sent[u"response"_s][u"statusText"_s].toString(), u"Not now"_s);
    QCOMPARE(bodyOf(sent[u"response"_s][u"content"_s], u"encoding"_s), body);
    QCOMPARE(sent[u"response"_s][u"headers"_s][0][u"value"_s].toString(), u"café"_s);
    QCOMPARE(sent[u"serverIPAddress"_s].toString(), u"127.0.0.1"_s);
    QCOMPARE(sent[u"_outcome"_s].toString(), u"rejected"_s);
    QCOMPARE(sent[u"_attemptNumber"_s].toInt(), 1);
    QCOMPARE(lost[u"_wasOnWire"_s].toBool(), false);
    QCOMPARE(lost[u"_outcome"_s].toString(), u"refused"_s);
    QCOMPARE(lost[u"response"_s][u"status"_s].toInt(), 0);
    QCOMPARE(lost[u"request"_s][u"url"_s].toString(), refused);
}

void ExportTest::aDeliveryIsExportedAsItWasSent()
{
    const Traffic traffic({});
    traffic.home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                      u"{listener}/hook?a=%2F"_s, u"--policy"_s, u"none"_s});
    QCOMPARE(traffic.home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 0);
    QCOMPARE(traffic.whole(u"d1"_s, u"raw"_s), traffic.home.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out);
    for (const QString& form : {u"curl"_s, u"csv"_s, u"har"_s}) {
        const QByteArray text = traffic.whole(u"d1"_s, form);
        QVERIFY2(!text.contains("{listener}") && text.contains("http://127.0.0.1:"), text.constData());
    }
    QVERIFY(traffic.whole(u"d1"_s, u"curl"_s).contains("User-Agent: Hookworks/"));
}

void ExportTest::aPerfectDeliveryDiffersInNothing()
{
    const Traffic traffic({posted("X-A: 1\r\nX-Token: one-secret\r\n", R"({"a": 1})"),
                           posted("x-a:1\r\nX-Token: one-secret\r\n", R"({"a" :1})"),
                           posted("X-A: caf\xe9\r\nX-Token: two-secret\r\n", R"({"a": 1})"),
                           posted("X-A: caf\xea\r\n", R"({"a": 1})")});
    traffic.home.run(
        {u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s, u"{listener}/hook"_s});
    traffic.home.run({u"webhook"_s, u"test"_s, u"w1"_s});
    const ProgramResult same = traffic.home.run({u"diff"_s, u"d1"_s, u"c5"_s});
    QCOMPARE(same.out + same.err, QByteArray("The requests are the same, byte for byte.\n"));
    QCOMPARE(same.status, 0);
    const ProgramResult alike = traffic.home.run({u"diff"_s, u"c1"_s, u"c2"_s});
    QVERIFY2(alike.status == 0 && alike.err.contains("the same by value"), alike.err.constData());
    const ProgramResult other = traffic.home.run({u"diff"_s, u"c1"_s, u"c3"_s});
    QCOMPARE(other.status, 1);
    QVERIFY2(other.out.contains("+ headers.x-a: caf\\xe9\n") &&
                 other.out.contains("- headers.x-token: ***\n"),
             other.out.constData());
    QVERIFY(!other.out.contains("one-secret"));
    QVERIFY(traffic.home.run({u"diff"_s, u"c1"_s, u"c3"_s, u"--with-secrets"_s}).out.contains("one-secret"));
    QVERIFY(traffic.home.run({u"diff"_s, u"c3"_s, u"c4"_s}).out.contains("- headers.x-a: caf\\xe9\n"));
}

void ExportTest::curlSendsTheSameAgain()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    const QByteArray odd =
        posted("User-Agent: x\r\nX-Old: caf\xe9 it's \\n $HOME\r\nX-Name: \xe6\x97\xa5\r\n",
               QByteArray("\0\r\n'%b\xff", 8), "/h?a=[1]&b=%2F../c");
    const Traffic traffic({odd});
    QByteArray command = traffic.whole(u"c1"_s, u"curl"_s);
    QVERIFY(command.isValidUtf8());
    command.replace("curl ", "curl --silent --noproxy '*' --connect-to '::127.0.0.1:" +
                                 QByteArray::number(traffic.port) + "' ");
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, QString::fromUtf8(command)});
    QCOMPARE(Home::end(shell).status, 0);
    const QByteArray again = traffic.home.run({u"capture"_s, u"c2"_s, u"--raw"_s}).out;
    QCOMPARE(again, odd);
}

void ExportTest::noFormLeaks()
{
    const Leaky leaky;
    const Traffic& traffic = leaky.traffic;
    const QStringList all{u"d1"_s, u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s};
    for (const QString& form : forms + QStringList{u"case"_s}) {
        const ProgramResult result = traffic.exported(all, form, {u"--verbose"_s});
        QCOMPARE(result.status, 0);
        QVERIFY2(leaky.leakIn(result.out + result.err).isEmpty(), leaky.leakIn(result.out + result.err));
        if (form == u"har")
            QCOMPARE(harProblems(result.out), QStringList());
    }
    for (const QString& form : fussyForms + QStringList{u"case"_s}) {
        QCOMPARE(traffic.exported({u"c1"_s}, form).status, 0);
        for (const QString& id : all) {
            const ProgramResult result = traffic.exported({id}, form, {u"--verbose"_s});
            const QByteArray leak = leaky.leakIn(result.out + result.err);
            QVERIFY2(leak.isEmpty(), (form + u' ' + id).toUtf8() + leak);
        }
    }
    const QByteArray raw = traffic.exported({u"c1"_s}, u"raw"_s).out;
    QVERIFY2(traffic.send(raw).startsWith("HTTP/1.1 200 "), raw.constData());
    QVERIFY(raw.contains("\"password\":\"***\"") && raw.contains("?api_key=***&q=***"));
    QVERIFY(traffic.send(traffic.exported({u"c2"_s}, u"raw"_s).out).startsWith("HTTP/1.1 200 "));
}

void ExportTest::noComparisonLeaks()
{
    const Leaky leaky;
    const QStringList ids{u"d1"_s, u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s};
    for (const QString& left : ids) {
        for (const QString& right : ids) {
            const ProgramResult result =
                leaky.traffic.home.run({u"diff"_s, left, right, u"--verbose"_s, u"--json"_s});
            QVERIFY(result.status < 2);
            const QByteArray leak = leaky.leakIn(result.out + result.err);
            QVERIFY2(leak.isEmpty(), (left + u' ' + right).toUtf8() + leak);
        }
    }
    for (const QStringList& series : {QStringList{u"d1,c1..c4"_s}, {u"d1"_s, u"c1,c2"_s}}) {
        const ProgramResult result =
            leaky.traffic.home.run(QStringList{u"diff"_s, u"--series"_s, u"--verbose"_s} + series);
        QVERIFY2(result.status == 1 && leaky.leakIn(result.out + result.err).isEmpty(),
                 result.out + result.err);
    }
}

void ExportTest::namesToMaskAreTheWorkspaces()
{
    const Traffic traffic({posted("X-Tenant: acme-corp\r\nX-Next-Token: page-two\r\n", "{}")});
    const auto shown = [&] { return traffic.exported({u"c1"_s}, u"raw"_s).out; };
    QVERIFY(shown().contains("acme-corp") && !shown().contains("page-two"));
    QVERIFY(traffic.home.run({u"mask"_s, u"list"_s}).lines().contains("Authorization"));
    QCOMPARE(traffic.home.run({u"mask"_s, u"add"_s, u"x-tenant"_s, u"!next*"_s, u"!X-Next-Token"_s}).status,
             0);
    QVERIFY(!shown().contains("acme-corp") && shown().contains("page-two"));
    QVERIFY(traffic.home.run({u"mask"_s, u"list"_s, u"--json"_s})
                .out.contains(R"({"name":"x-tenant","masked":true})"));
    QCOMPARE(traffic.home.run({u"mask"_s, u"remove"_s, u"X-Tenant"_s}).status, 0);
    QVERIFY(shown().contains("acme-corp"));
    QCOMPARE(traffic.home.run({u"mask"_s, u"remove"_s, u"X-Tenant"_s}).status, 1);
    QCOMPARE(traffic.home.run({u"mask"_s, u"add"_s, u"*"_s}).status, 2);
    QVERIFY(traffic.home.run({u"export"_s, u"--help"_s}).out.contains("Proxy-Authorization"));
}

void ExportTest::withSecretsAFileIsItsOwners()
{
    const Traffic traffic({posted("Authorization: Bearer some-secret\r\n", "{}")});
    const QString file = traffic.home.path(u"c1.raw"_s);
    QCOMPARE(traffic.exported({u"c1"_s}, u"raw"_s, {u"--out"_s, file}).status, 0);
    QCOMPARE(traffic.exported({u"c1"_s}, u"raw"_s, {u"--out"_s, file, u"--with-secrets"_s}).status, 0);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(file).permissions() & others, QFile::Permissions());
    for (const QString& nowhere :
         {u"/dev/full"_s, traffic.home.path(u"no/such/folder.raw"_s), traffic.home.path(u""_s)}) {
        const ProgramResult result = traffic.exported({u"c1"_s}, u"raw"_s, {u"--out"_s, nowhere});
        QVERIFY2(result.status != 0 && result.err.contains("--out: "), result.err.constData());
    }
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
}

void ExportTest::aReplayKeepsBytesAndTargets()
{
    const Traffic traffic({chunked, star, posted("X-Name: caf\xc3\xa9\r\n", "{}")});
    const QString to = u"http://127.0.0.1:%1"_s.arg(traffic.port);
    const auto replayed = [&](const QStringList& words) {
        traffic.home.run(QStringList{u"replay"_s} + words);
        const QByteArray last =
            traffic.home.run({u"captures"_s, u"--json"_s, u"--limit"_s, u"1"_s}).lines().first();
        return traffic.home.run({u"capture"_s, objectOf(last)[u"id"].toString(), u"--raw"_s}).out;
    };
    QCOMPARE(replayed({u"c1"_s, u"--to"_s, to, u"--exact"_s}), chunked);
    QVERIFY(replayed({u"c2"_s, u"--to"_s, to}).startsWith("OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:"));
    traffic.home.write(u"edit.json"_s, R"({"headers": [["X-Name", "café"], ["X-Other", "日本"]]})");
    const QByteArray edited =
        replayed({u"c3"_s, u"--to"_s, to, u"--edit"_s, traffic.home.path(u"edit.json"_s)});
    QVERIFY2(edited.contains("\r\nX-Name: caf\xc3\xa9\r\nX-Other: \xe6\x97\xa5\xe6\x9c\xac\r\n"),
             edited.constData());
}

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
