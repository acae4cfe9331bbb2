// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

struct Curl
{
    int status = -1;
    QByteArray out;
};

Curl curl(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(u"curl"_s,
                  QStringList{u"--silent"_s, u"--show-error"_s, u"--max-time"_s, u"60"_s} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(90000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput()};
}

} // namespace

/// curl as the sender: a client that is not ours, against `hookworks-cli listen` and its own command lines.
class CurlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void chunkedKeepAliveAndExpectAreTaken();
    void httpsIsTrustedWithTheExportedAuthority();
    void anExportedCommandSendsTheSameBody();
};

void CurlTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
}

void CurlTest::chunkedKeepAliveAndExpectAreTaken()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"3"_s, u"--json"_s});
    const QString url = objectOf(Home::nextLine(*listener))[u"listening"_s].toString();
    const QByteArray body = QByteArray("0123456789abcdef").repeated(4096);
    QCOMPARE(
        curl({u"-H"_s, u"Transfer-Encoding: chunked"_s, u"--data-binary"_s, u"@-"_s, url + u"/chunked"_s},
             body)
            .status,
        0);
    QCOMPARE(curl({u"-H"_s, u"Expect: 100-continue"_s, u"--data-binary"_s, u"@-"_s, url + u"/expect"_s}, body)
                 .status,
             0);
    QCOMPARE(curl({u"--head"_s, url + u"/head"_s}).status, 0);
    QCOMPARE(Home::end(*listener).status, 0);
    QCOMPARE(home.run({u"capture"_s, u"c1"_s, u"--body"_s}).out, body);
    QVERIFY(home.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out.size() > body.size() + 100);
    QCOMPARE(home.run({u"capture"_s, u"c2"_s, u"--body"_s}).out, body);
    QCOMPARE(objectOf(home.run({u"capture"_s, u"c3"_s, u"--json"_s}).out)[u"method"_s].toString(), u"HEAD"_s);
}

void CurlTest::httpsIsTrustedWithTheExportedAuthority()
{
    const Home home;
    const auto listener =
        home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--tls"_s, u"--count"_s, u"1"_s, u"--json"_s});
    const QString url = objectOf(Home::nextLine(*listener))[u"listening"_s].toString();
    QCOMPARE(home.run({u"ca"_s, u"export"_s, u"ca.pem"_s}).status, 0);
    QCOMPARE(curl({u"--cacert"_s, home.path(u"ca.pem"_s), u"--data"_s, u"x"_s, url + u"/tls"_s}).status, 0);
    QCOMPARE(Home::end(*listener).status, 0);
    const QJsonObject capture = objectOf(home.run({u"capture"_s, u"c1"_s, u"--json"_s}).out);
    QVERIFY(capture[u"tls"_s].toObject()[u"version"_s].toString().startsWith(u"TLSv1."_s));
}

void CurlTest::anExportedCommandSendsTheSameBody()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"2"_s, u"--json"_s});
    const QString url = objectOf(Home::nextLine(*listener))[u"listening"_s].toString();
    QCOMPARE(curl({u"-H"_s, u"X-Quote: it's \"here\""_s, u"--data-binary"_s, u"a 'b' \"c\" $d `e`\n"_s,
                   url + u"/hook"_s})
                 .status,
             0);
    const ProgramResult exported = home.run({u"export"_s, u"c1"_s, u"--format"_s, u"curl"_s});
    QVERIFY2(exported.out.startsWith("curl"), exported.out.constData());
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, QString::fromUtf8(exported.out)});
    QVERIFY(shell.waitForFinished(90000));
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(Home::end(*listener).status, 0);
    QCOMPARE(home.run({u"capture"_s, u"c2"_s, u"--body"_s}).out,
             home.run({u"capture"_s, u"c1"_s, u"--body"_s}).out);
    QVERIFY(home.run({u"capture"_s, u"c2"_s, u"--raw"_s}).out.contains("X-Quote: it's \"here\""));
}

QTEST_GUILESS_MAIN(CurlTest)
#include "curl_test.moc"
