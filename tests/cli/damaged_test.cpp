// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "store/schema.h"
#include "store/sqlite/connection.h"

#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QStringList readings{u"report list"_s,
                           u"report show r1"_s,
                           u"webhook list"_s,
                           u"webhook show w1"_s,
                           u"captures"_s,
                           u"capture c1"_s,
                           u"capture c1 --raw"_s,
                           u"deliveries"_s,
                           u"delivery d1"_s,
                           u"diff d1 c1"_s,
                           u"export d1 c1 --format ndjson"_s,
                           u"workspace show"_s};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContent(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void addFileRow(const char* name, qsizetype offset, const QByteArray& bytes)
{
    QTest::newRow(name) << offset << bytes;
}

} // namespace

/// Files that say what is not so: each command ends with 3 and words, and leaves the file as it is.
class DamagedTest : public QObject
{
    Q_OBJECT

private:
    void damage(const QString& sql)
    {
        const auto connection = SqlConnection::open(m_home->workspace(), SqlConnection::Access::ReadWrite);
        QVERIFY(connection);
        for (const QString& statement : sql.split(u';')) {
            const auto done = (*connection)->execute(statement);
            QVERIFY2(done, done ? "" : qPrintable(statement + done.error().detail));
        }
    }

    void expectRefused(const QString& command)
    {
        const QByteArray before = contentOf(m_home->workspace());
        const ProgramResult result = m_home->run(command.split(u' '));
        QVERIFY2(result.status == 3, qPrintable(command + u": "_s + QString::number(result.status) +
                                                QString::fromUtf8(result.err)));
        QVERIFY2(result.err.startsWith("hookworks-cli: ") || result.err.contains("workspace"), result.err);
        QVERIFY2(contentOf(m_home->workspace()) == before, qPrintable(command));
    }

private Q_SLOTS:
    /// A workspace with one of everything.
    void initTestCase()
    {
        Home home;
        QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                          "{\"type\":\"Report\",\"options\":{\"report_title\":\"T\"},\"components\":[]}")
                     .status,
                 0);
        const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s});
        const QByteArray line = Home::nextLine(*listener);
        const QByteArray url = line.mid(line.indexOf("http")).chopped(2);
        QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                           QString::fromUtf8(url), u"--policy"_s, u"none"_s})
                     .status,
                 0);
        QCOMPARE(home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 0);
        QCOMPARE(Home::end(*listener).status, 0);
        m_sound = contentOf(home.workspace());
        m_key = contentOf(home.path(u"config/hookworks/key"_s));
        QVERIFY(m_sound.size() > 4096);
        QVERIFY(!m_key.isEmpty());
    }

    void init()
    {
        m_home = std::make_unique<Home>();
        QDir(m_home->path(u"config"_s)).mkdir(u"hookworks"_s);
        setContent(m_home->path(u"config/hookworks/key"_s), m_key);
        QFile::setPermissions(m_home->path(u"config/hookworks/key"_s), QFile::ReadOwner | QFile::WriteOwner);
        setContent(m_home->workspace(), m_sound);
    }

    void theSoundOneIsRead()
    {
        for (const QString& command : readings) {
            const ProgramResult result = m_home->run(command.split(u' '));
            QVERIFY2(result.status == 0 || command.startsWith(u"diff"), result.err);
        }
    }

    /// Told by the mark beside the settings; there is no session bus here.
    void aKeyInAKeyringThatIsNotThere()
    {
        QVERIFY(QFile::remove(m_home->path(u"config/hookworks/key"_s)));
        setContent(m_home->path(u"config/hookworks/key-in-keyring"_s), "x");
        const ProgramResult result = m_home->run({u"webhook"_s, u"list"_s});
        QCOMPARE(result.status, 3);
        QVERIFY2(result.err.contains("HOOKWORKS_KEY_FILE"), result.err);
        QVERIFY(!QFile::exists(m_home->path(u"config/hookworks/key"_s)));
    }

    void theHeader_data()
    {
        QTest::addColumn<qsizetype>("offset");
        QTest::addColumn<QByteArray>("bytes");
        addFileRow("version -1", 60, QByteArray("\xff\xff\xff\xff", 4));
        addFileRow("version of the deep past", 60, QByteArray("\x80\0\0\0", 4));
        addFileRow("version of the far future", 60, QByteArray("\x7f\xff\xff\xff", 4));
        for (char version = 0; version < static_cast<char>(schemaSteps().size()); ++version)
            addFileRow(("version " + QByteArray::number(version)).constData(), 60,
                       QByteArray("\0\0\0", 3) + version);
        addFileRow("no page size", 16, QByteArray("\0\0", 2));
        addFileRow("odd page size", 16, QByteArray("\x0f\xff", 2));
        addFileRow("another page size", 16, QByteArray("\x02\0", 2));
        addFileRow("another application", 68, QByteArray("\0\0\0\x2a", 4));
        addFileRow("another magic", 0, "SQLite format 9");
        addFileRow("no schema page", 100, QByteArray(300, '\xee'));
        addFileRow("another format", 44, QByteArray("\0\0\0\x63", 4));
    }
    void theHeader()
    {
        QFETCH(const qsizetype, offset);
        QFETCH(const QByteArray, bytes);
        QByteArray content = m_sound;
        content.replace(offset, bytes.size(), bytes);
        setContent(m_home->workspace(), content);
        for (const QString& command : {u"captures"_s, u"webhook list"_s, u"delivery d1"_s})
            expectRefused(command);
        expectRefused(u"listen --port 0 --for 1"_s);
    }

    void theLength_data()
    {
        QTest::addColumn<double>("part");
        QTest::newRow("some bytes") << 0.001;
        QTest::newRow("one page") << 0.05;
        QTest::newRow("a half") << 0.5;
    }
    void theLength()
    {
        QFETCH(const double, part);
        setContent(m_home->workspace(), m_sound.first(static_cast<qsizetype>(double(m_sound.size()) * part)));
        for (const QString& command : readings)
            expectRefused(command);
        expectRefused(u"listen --port 0 --for 1"_s);
    }

    void theStructure_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char* table : {"reports", "captures", "attempts", "settings", "counters", "bodies"})
            QTest::newRow((QByteArray("without ") + table).constData())
                << u"PRAGMA foreign_keys = OFF;DROP TABLE %1"_s.arg(QString::fromLatin1(table));
        QTest::newRow("without a column") << u"ALTER TABLE captures DROP COLUMN rule"_s;
        QTest::newRow("with a column") << u"ALTER TABLE webhooks ADD COLUMN more TEXT"_s;
        QTest::newRow("with another name") << u"ALTER TABLE webhooks RENAME COLUMN sealed_url TO url"_s;
        QTest::newRow("a view for a table")
            << u"CREATE TABLE c2 AS SELECT * FROM captures;DROP TABLE captures;CREATE VIEW captures AS SELECT * FROM c2"_s;
        QTest::newRow("a trigger")
            << u"CREATE TRIGGER t AFTER INSERT ON captures BEGIN DELETE FROM webhooks; END"_s.replace(
                   u"webhooks; END"_s, u"webhooks\x01 END"_s);
    }
    void theStructure()
    {
        QFETCH(QString, sql);
        const auto connection = SqlConnection::open(m_home->workspace(), SqlConnection::Access::ReadWrite);
        for (QString statement : sql.split(u';'))
            QVERIFY((*connection)->execute(statement.replace(u'\x01', u';')));
        QVERIFY((*connection)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        for (const QString& command :
             {u"report list"_s, u"webhook list"_s, u"capture c1"_s, u"delivery d1"_s})
            expectRefused(command);
        expectRefused(u"listen --port 0 --for 1"_s);
    }

    void aValue_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("command");
        const auto row = [](const char* name, const char* sql, const char* command) {
            QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(command);
        };
        row("a word for a number", "UPDATE captures SET response_status = 'many'", "captures");
        row("a fraction for a number", "UPDATE captures SET wire_bytes = 1.5", "capture c1");
        row("a huge number", "UPDATE captures SET response_status = 9223372036854775807", "captures");
        row("a time after all times", "UPDATE captures SET received_at = 9223372036854775807", "captures");
        row("a time before all times", "UPDATE deliveries SET created_at = -9223372036854775807",
            "deliveries");
        row("bytes for text", "UPDATE captures SET remote = x'00ff'", "capture c1");
        row("text for bytes", "UPDATE captures SET head = 'GET'", "capture c1 --raw");
        row("fields that do not fit", "UPDATE captures SET headers = x'7fffffff41'", "capture c1");
        row("trailers that do not fit", "UPDATE captures SET trailers = x'0000'",
            "export c1 --format ndjson");
        row("forwarding of nobody", "UPDATE captures SET forwarding = 'x'", "capture c1");
        row("a body that is nowhere", "UPDATE captures SET body_body = 77", "capture c1");
        row("a state of nobody", "UPDATE deliveries SET state = 'dreaming'", "deliveries");
        row("a state of nobody, in one", "UPDATE deliveries SET state = ''", "delivery d1");
        row("an origin of nobody", "UPDATE deliveries SET next_origin = 'x'", "delivery d1");
        row("an outcome of nobody", "UPDATE attempts SET outcome = 'x'", "delivery d1");
        row("an origin of nobody, of an attempt", "UPDATE attempts SET origin = 'x'", "deliveries");
        row("a policy that is no JSON", "UPDATE delivery_requests SET policy = '{'", "delivery d1");
        row("a policy of another kind", "UPDATE delivery_requests SET policy = '[]'", "deliveries --json");
        row("a plan of words", "UPDATE delivery_requests SET plan = 'soon'", "delivery d1");
        row("a body that is not whole",
            "UPDATE delivery_requests SET body_body = 9;INSERT INTO bodies VALUES (9, 1152921504606846976, "
            "1)",
            "delivery d1");
        row("an address in clear", "UPDATE webhooks SET sealed_url = 'http://127.0.0.1/'", "webhook list");
        row("fields that were not sealed here", "UPDATE webhooks SET sealed_headers = x'0102'",
            "webhook show w1");
        row("attempts below none", "UPDATE webhooks SET max_in_flight = -1", "webhook show w1");
        row("a document that was not sealed here", "UPDATE reports SET sealed = 1, document = x'01'",
            "report show r1");
        row("text for a document", "UPDATE reports SET sealed = 0, document = 'x'", "report list");
        row("counters out of range", "UPDATE counters SET value = -5", "listen --port 0 --for 1");
        row("counters of words", "UPDATE counters SET value = 'x'", "listen --port 0 --for 1");
        row("a listener that was not sealed here", "INSERT INTO listeners VALUES (99, 'L', '{}', x'')",
            "listen --port 0 --for 1");
        row("a clock beyond all speed", "UPDATE clock SET speed = 1e300", "listen --port 0 --for 1");
        row("a setting of bytes", "INSERT OR REPLACE INTO settings VALUES ('destinations', x'00')",
            "workspace show");
    }
    void aValue()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, command);
        damage(sql);
        expectRefused(command);
    }

    void whatIsNoFile()
    {
        QVERIFY(QFile::remove(m_home->workspace()));
        QVERIFY(QDir().mkdir(m_home->workspace()));
        expectRefused(u"captures"_s);
        expectRefused(u"listen --port 0 --for 1"_s);
        QVERIFY(QDir().rmdir(m_home->workspace()));
        QCOMPARE(::mkfifo(QFile::encodeName(m_home->workspace()).constData(), 0600), 0);
        for (const QString& command : {u"captures"_s, u"listen --port 0 --for 1"_s}) {
            const ProgramResult result = m_home->run(command.split(u' '));
            QVERIFY2(result.status == 3 && result.err.contains("pipe"), result.err);
        }
    }

private:
    std::unique_ptr<Home> m_home;
    QByteArray m_sound, m_key;
};

QTEST_GUILESS_MAIN(DamagedTest)
#include "damaged_test.moc"
