// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What becomes of results that nobody can take, and of bytes that a terminal should not get.
class OutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputThatCannotBeWrittenIsStatus3_data();
    void outputThatCannotBeWrittenIsStatus3();
    void outputOfAHandedCommandThatCannotBeWrittenIsStatus3();
    void aReaderThatGoesAwayIsNoErrorWorthWords();
    void aFileThatCannotBeWrittenIsStatus3();
    void noEscapeSequenceReachesATerminal_data();
    void noEscapeSequenceReachesATerminal();
    void aFileGetsTheExactBytes();
    void oneLongCellMovesNoColumnAway();

private:
    static void receive(const Home& home, const QByteArray& body);
    static ProgramResult shell(const Home& home, const QString& script)
    {
        const auto running = home.startShell(script);
        return Home::end(*running);
    }
};

void OutputTest::outputThatCannotBeWrittenIsStatus3_data()
{
    QTest::addColumn<QString>("command");
    for (const QString& command :
         {u"--help"_s, u"--version"_s, u"report list"_s, u"report export r1"_s, u"report show r1"_s,
          u"report list --json"_s, u"webhook add --provider hybiscus --url http://127.0.0.1:9/"_s,
          u"policy preview hybiscus"_s, u"policy preview hybiscus --json"_s, u"workspace show"_s,
          u"ca show"_s, u"ca export"_s, u"listen --port 0"_s})
        QTest::newRow(qPrintable(command)) << command;
}

void OutputTest::outputThatCannotBeWrittenIsStatus3()
{
    QFETCH(const QString, command);
    const Home home;
    QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                      R"({"type": "Report", "config": {}, "components": []})")
                 .status,
             0);
    const ProgramResult full = shell(home, u"$cli "_s + command + u" > /dev/full"_s);
    QCOMPARE(full.status, 3);
    QVERIFY2(full.err.contains("output cannot be written"), full.err.constData());
}

void OutputTest::outputOfAHandedCommandThatCannotBeWrittenIsStatus3()
{
    const Home home;
    const auto holder = home.start({u"listen"_s, u"--port"_s, u"0"_s});
    QVERIFY(!Home::nextLine(*holder).isEmpty());
    const ProgramResult full = shell(home, u"$cli listen --port 0 > /dev/full"_s);
    QCOMPARE(full.status, 3);
    QVERIFY2(full.err.contains("output cannot be written"), full.err.constData());
    holder->terminate();
    QCOMPARE(Home::end(*holder).status, 130);
}

void OutputTest::aReaderThatGoesAwayIsNoErrorWorthWords()
{
    const Home home;
    const ProgramResult head =
        shell(home, u"$cli policy preview list:$(seq -s, 1 90) --json --quiet | head -1"_s);
    QCOMPARE(head.lines().size(), 1);
    QCOMPARE(head.err, QByteArray());
}

void OutputTest::aFileThatCannotBeWrittenIsStatus3()
{
    const Home home;
    for (const QString& file : {u"/dev/full"_s, u"nowhere/ca.pem"_s}) {
        const ProgramResult full = home.run({u"ca"_s, u"export"_s, file});
        QCOMPARE(full.status, 3);
        QVERIFY2(full.err.contains("cannot be written"), full.err.constData());
    }
}

namespace {

/// A terminal that only its owner reads.
class Terminal
{
public:
    Terminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK))
    {
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            qFatal("There is no terminal to be had.");
        m_kept = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY);
    }
    ~Terminal()
    {
        ::close(m_kept);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    QString name() const { return QString::fromLatin1(::ptsname(m_master)); }
    QByteArray read() const
    {
        QByteArray bytes;
        std::array<char, 65536> buffer{};
        for (ssize_t size = 0; (size = ::read(m_master, buffer.data(), buffer.size())) > 0;)
            bytes.append(buffer.data(), size);
        return bytes;
    }

private:
    int m_master;
    int m_kept; ///< what was written stays readable after the program has ended
};

const QByteArray hostileBody = "\x1b]0;title\x07 \xc2\x9b"
                               "31m \xe2\x80\xae \x7f end";

} // namespace

void OutputTest::receive(const Home& home, const QByteArray& body)
{
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s});
    const auto port = QUrl(objectOf(Home::nextLine(*listener))[u"listening"].toString()).port();
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /x HTTP/1.1\r\nHost: a\r\nX-Esc: a\xc2\x9b"
                 "31m\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY(socket.waitForReadyRead());
    QCOMPARE(Home::end(*listener).status, 0);
}

void OutputTest::noEscapeSequenceReachesATerminal_data()
{
    QTest::addColumn<QString>("command");
    for (const QString& command :
         {u"capture c1"_s, u"capture c1 --raw"_s, u"capture c1 --body"_s, u"captures"_s, u"captures --json"_s,
          u"capture c1 --json"_s, u"export c1 --format raw"_s, u"export c1 --format curl"_s,
          u"export c1 --format har"_s, u"diff c1 c1"_s, u"report list \"$(printf '\\033[31m')\""_s})
        QTest::newRow(qPrintable(command)) << command;
}

void OutputTest::noEscapeSequenceReachesATerminal()
{
    QFETCH(const QString, command);
    const Home home;
    const Terminal terminal;
    receive(home, hostileBody);
    shell(home, u"NO_COLOR=1 $cli "_s + command + u" > "_s + terminal.name() + u" 2>&1"_s);
    const QByteArray shown = terminal.read();
    QVERIFY(!shown.isEmpty());
    for (const char* const bytes : {"\x1b", "\x07", "\xc2\x9b", "\xe2\x80\xae", "\x7f"})
        QVERIFY2(!shown.contains(bytes), shown.constData());
}

void OutputTest::aFileGetsTheExactBytes()
{
    const Home home;
    receive(home, hostileBody);
    QCOMPARE(home.run({u"capture"_s, u"c1"_s, u"--body"_s}).out, hostileBody);
    const ProgramResult json = home.run({u"capture"_s, u"c1"_s, u"--json"_s});
    QVERIFY2(!json.out.contains("\xc2\x9b"), json.out.constData());
    QCOMPARE(objectOf(json.out)[u"headers"].toArray().at(1).toArray().at(1).toString(), u"a\u009b31m"_s);
}

void OutputTest::oneLongCellMovesNoColumnAway()
{
    const Home home;
    const QByteArray target = QByteArray(9000, 'x');
    QCOMPARE(
        home.run({u"import"_s, u"-"_s, u"--as"_s, u"curl"_s}, "curl http://a/" + target + "\ncurl http://a/")
            .status,
        0);
    const ProgramResult list = home.run({u"captures"_s});
    QVERIFY2(list.out.contains("/xxx") && list.out.size() < 1000, list.out.left(2000));
    QVERIFY(home.run({u"captures"_s, u"--json"_s}).out.contains(target));
}

QTEST_GUILESS_MAIN(OutputTest)
#include "output_test.moc"
