// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QByteArray request(const QByteArray& line, const QByteArray& fields, const QByteArray& body)
{
    const bool length = !body.isEmpty() || !line.startsWith("GET");
    return line + " HTTP/1.1\r\nHost: HOST\r\n" + fields +
           (length ? "Content-Length: " + QByteArray::number(body.size()) + "\r\n" : QByteArray()) + "\r\n" +
           body;
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    return bytes;
}

QList<QByteArray> allRequests()
{
    return {request("POST /hooks/reports?a=1&b=%20x",
                    "Content-Type: application/json\r\nAuthorization: Bearer abc\r\n"
                    "X-Own: it's \"here\" \\ \xc3\xbc $HOME `id`\r\n",
                    "{\"n\": 1.0, \"u\": \"\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80\", \"q\": \"'\\\"\"}"),
            request("GET /health", "Accept: text/plain\r\n", {}),
            request("PUT /a/../b/./c%2Fd",
                    "Content-Type: text/plain\r\nX-Empty:\r\nX-At: @file\r\nX-Eq: =5\r\n",
                    "line one\nline two\n"),
            request("POST /bytes", "Content-Type: application/octet-stream\r\n", everyByte()),
            request("DELETE /twice", "X-A: 1\r\nX-A: 2\r\n", {}),
            request("POST /none", "Content-Type: application/json\r\n", {}),
            request("POST /big", "Content-Type: text/plain\r\n", QByteArray(150'000, 'x') + "\xc3\xbc"),
            request("POST /low%2f~?q=%7e", "Content-Type: text/plain\r\n", "@at start"),
            "POST /chunked HTTP/1.1\r\nHost: HOST\r\nContent-Type: text/plain\r\nTransfer-Encoding: "
            "chunked\r\n\r\n"
            "5\r\nhello\r\n0\r\n\r\n"};
}

/// Of what PowerShell is to do, what can be tried without it: the file of options for curl.
QByteArray curlOptionsIn(const QByteArray& lines)
{
    const qsizetype from = lines.indexOf("@'\n") + 3;
    return lines.sliced(from, lines.indexOf("\n'@", from) + 1 - from);
}

/// Own fields, sorted: those that are the connection's are each client's.
QStringList ownFields(const QJsonObject& capture)
{
    static const QStringList others{u"host"_s, u"content-length"_s, u"transfer-encoding"_s, u"connection"_s};
    QStringList fields;
    for (const QJsonValue& field : capture[u"headers"_s].toArray()) {
        const QString name = field[0].toString().toLower();
        if (!others.contains(name))
            fields << name + u": "_s + field[1].toString();
    }
    fields.sort();
    return fields;
}

} // namespace

/// What `export` writes for other programs, run by these programs against the listener: the same request
/// arrives, or it was refused by name.
class FormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameRequestArrives_data();
    void theSameRequestArrives();

private:
    static void compare(const QJsonObject& got, const QJsonObject& wanted);
    static ProgramResult ran(const QString& form, const QString& file);
};

/// The program that the form is for, with its text in a file.
ProgramResult FormsTest::ran(const QString& form, const QString& file)
{
    static const QHash<QString, QStringList> programs{{u"curl"_s, {u"sh"_s}},
                                                      {u"httpie"_s, {u"sh"_s}},
                                                      {u"python"_s, {u"python3"_s}},
                                                      {u"node"_s, {u"node"_s}},
                                                      {u"postman"_s, {u"newman"_s, u"run"_s}},
                                                      {u"bruno"_s, {u"bru"_s, u"run"_s}},
                                                      {u"powershell"_s, {u"curl"_s, u"--config"_s}}};
    QStringList words = programs[form];
    const QString program = words.takeFirst();
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setWorkingDirectory(QFileInfo(file).path()); // of a collection, for Bruno
    process.start(program, words << (form == u"bruno" ? QFileInfo(file).fileName() : file));
    return Home::end(process);
}

void FormsTest::compare(const QJsonObject& got, const QJsonObject& wanted)
{
    QCOMPARE(got[u"method"_s], wanted[u"method"_s]);
    QCOMPARE(got[u"target"_s], wanted[u"target"_s]);
    QCOMPARE(got[u"bodyBase64"_s], wanted[u"bodyBase64"_s]);
    const QStringList fields = ownFields(got);
    for (const QString& field : ownFields(wanted))
        QVERIFY2(fields.contains(field), qPrintable(field + u" in "_s + fields.join(u'\n')));
}

void FormsTest::theSameRequestArrives_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("needs");
    QTest::addColumn<QSet<int>>("refused"); ///< by number of the request
    QTest::newRow("curl") << u"curl"_s << u"curl"_s << QSet<int>{};
    QTest::newRow("httpie") << u"httpie"_s << u"http"_s << QSet<int>{8};
    QTest::newRow("python") << u"python"_s << u"python3"_s << QSet<int>{5, 8};
    QTest::newRow("node") << u"node"_s << u"node"_s << QSet<int>{3, 5};
    QTest::newRow("newman") << u"postman"_s << u"newman"_s << QSet<int>{4};
    QTest::newRow("bruno") << u"bruno"_s << u"bru"_s << QSet<int>{1, 3, 4, 5, 8};
    QTest::newRow("powershell's options") << u"powershell"_s << u"curl"_s << QSet<int>{};
}

void FormsTest::theSameRequestArrives()
{
    QFETCH(QString, form);
    QFETCH(QString, needs);
    QFETCH(QSet<int>, refused);
    if (QStandardPaths::findExecutable(needs).isEmpty())
        QSKIP("it is not installed");
    if (form == u"python" && QProcess::execute(u"python3"_s, {u"-c"_s, u"import requests"_s}) != 0)
        QSKIP("requests is not installed");
    const QList<QByteArray> requests = allRequests();
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--json"_s});
    const QUrl url(objectOf(Home::nextLine(*listener))[u"listening"_s].toString());
    for (QByteArray bytes : requests) {
        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(socket.waitForConnected(30'000));
        socket.write(bytes.replace("HOST", url.authority().toUtf8()));
        QVERIFY(socket.waitForReadyRead(30'000));
    }
    int next = static_cast<int>(requests.size()) + 1;
    const auto captured = [&home](int number) {
        return objectOf(home.run({u"capture"_s, u"c%1"_s.arg(number), u"--json"_s}).out);
    };
    for (int number = 1; number <= requests.size(); ++number) {
        const ProgramResult text =
            home.run({u"export"_s, u"c%1"_s.arg(number), u"--format"_s, form, u"--with-secrets"_s});
        QCOMPARE(text.status, refused.contains(number) ? 1 : 0);
        QVERIFY2(text.status == 0 ||
                     text.err.contains("c%1 has no form"_ba.replace("%1", QByteArray::number(number))),
                 text.err.constData());
        if (text.status != 0 || text.out.contains("$body"))
            continue;
        home.write(u"bruno.json"_s, R"({"version":"1","name":"forms","type":"collection"})");
        const ProgramResult sent =
            ran(form, home.write(form == u"bruno" ? u"script.bru"_s : u"script"_s,
                                 form == u"powershell" ? curlOptionsIn(text.out) : text.out));
        QVERIFY2(sent.status == 0, sent.err.constData());
        compare(captured(next++), captured(number));
    }
    listener->terminate();
    QCOMPARE(Home::end(*listener).status, 130);
}

QTEST_GUILESS_MAIN(FormsTest)
#include "forms_test.moc"
