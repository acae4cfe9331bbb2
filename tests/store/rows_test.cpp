// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/connection.h"

#include <QSqlDriver>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

enum class By
{
    Qt,
    Sqlite
};
constexpr std::array bothWays{By::Qt, By::Sqlite};

/// A database of Qt's, with the handle of SQLite behind it.
class Database
{
public:
    Database()
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        database.setDatabaseName(u":memory:"_s);
        QVERIFY(database.open());
    }
    ~Database() { QSqlDatabase::removeDatabase(m_name); }

    sqlite3* handle() const
    {
        return *static_cast<sqlite3* const*>(QSqlDatabase::database(m_name).driver()->handle().constData());
    }
    std::unique_ptr<Statement> prepared(By by, const QByteArray& sql) const
    {
        return by == By::Qt ? statementOfQt(QSqlDatabase::database(m_name), sql).value()
                            : statementOfSqlite(handle(), sql).value();
    }
    Rows ask(By by, const QByteArray& sql, const SqlValues& values = {})
    {
        auto statement = prepared(by, sql);
        bindTo(*statement, values);
        auto rows = statement->ask().value();
        return {std::move(rows), m_failures, std::move(statement)};
    }
    qint64 failures() const { return m_failures; }

private:
    QString m_name = u"rows"_s;
    qint64 m_failures = 0;
};

bool isLinked()
{
    return bool(SqlConnection::inMemory().value()->interrupter());
}

const QByteArray everyKind = "SELECT 7, -9223372036854775808, 1.5, 'gr\xC3\xBC\xC3\x9F"
                             "e \xF0\x9F\x98\x80', '', x'00FF41', x'', NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?";
const SqlValues bound{qint64(5), 2.5,       u"plain"_s,   u"b\u00E4"_s, QByteArray("\0x", 2),
                      {},        QString(), QByteArray(), u"after"_s};

} // namespace

/// Statements are those of Qt's driver or of SQLite itself, and do the same.
class RowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!isLinked())
            QSKIP("The driver brings a SQLite of its own.");
    }

    void bothGiveTheSame()
    {
        Database database;
        for (const By by : bothWays) {
            Rows rows = database.ask(by, everyKind, bound);
            QVERIFY(rows.next());
            QCOMPARE(rows.integer(), 7);
            QCOMPARE(rows.integer(), std::numeric_limits<qint64>::min());
            QCOMPARE(rows.real(0, 2), 1.5);
            QCOMPARE(rows.text(), u"gr\u00FC\u00DFe \U0001F600"_s);
            QCOMPARE(rows.text(), QString());
            QCOMPARE(rows.bytes(), QByteArray("\0\xFF"
                                              "A",
                                              3));
            QCOMPARE(rows.bytesInPlace().size(), 0);
            QVERIFY(rows.skipsNull());
            QCOMPARE(rows.integer(), 5);
            QCOMPARE(rows.real(0, 3), 2.5);
            QCOMPARE(rows.text(), u"plain"_s);
            QCOMPARE(rows.text(), u"b\u00E4"_s);
            QCOMPARE(rows.bytes(), QByteArray("\0x", 2));
            QCOMPARE(rows.maybeInteger(), std::nullopt);
            QCOMPARE(rows.text(), QString()); // null ones are empty, not NULL
            QCOMPARE(rows.bytes(), QByteArray());
            QCOMPARE(rows.text(), u"after"_s);
            QVERIFY(!rows.failure());
            QVERIFY(!rows.next());
            QVERIFY(!rows.next());
            QVERIFY(!rows.failure());
        }
    }

    /// What lies there is not what belongs there.
    void anotherKindIsDamage_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("getter");
        QTest::addRow("text for a number") << u"'5'"_s << 0;
        QTest::addRow("NULL for a number") << u"NULL"_s << 0;
        QTest::addRow("a number for text") << u"5"_s << 1;
        QTest::addRow("bytes for text") << u"x'41'"_s << 1;
        QTest::addRow("NULL for text") << u"NULL"_s << 1;
        QTest::addRow("text for bytes") << u"'A'"_s << 2;
        QTest::addRow("NULL for bytes") << u"NULL"_s << 2;
        QTest::addRow("text for a real") << u"'1.5'"_s << 3;
        QTest::addRow("out of range") << u"9.5"_s << 3;
    }
    void anotherKindIsDamage()
    {
        QFETCH(QString, value);
        QFETCH(int, getter);
        Database database;
        const QByteArray sql = "SELECT " + value.toLatin1() + " AS culprit";
        for (const By by : bothWays) {
            Rows rows = database.ask(by, sql);
            QVERIFY(rows.next());
            if (getter == 0)
                QCOMPARE(rows.integer(), 0);
            else if (getter == 1)
                QCOMPARE(rows.text(), QString());
            else if (getter == 2)
                QCOMPARE(rows.bytes(), QByteArray());
            else
                QCOMPARE(rows.real(0, 9), 0.0);
            QVERIFY(rows.failure());
            QCOMPARE(rows.failure()->code, ErrorCode::Damaged);
            QVERIFY2(rows.failure()->detail.contains(u"culprit"), qPrintable(rows.failure()->detail));
        }
    }

    void aFailureOnTheWayIsSaidAndCounted()
    {
        Database database;
        int seen = 0;
        Rows rows = database.ask(By::Sqlite, "SELECT value, CASE value WHEN 3 THEN abs(-9223372036854775808) "
                                             "END FROM json_each('[1,2,3,4]')");
        while (rows.next())
            ++seen;
        QCOMPARE(seen, 2);
        QVERIFY(rows.failure());
        QCOMPARE(rows.failure()->code, ErrorCode::Internal);
        QVERIFY2(rows.failure()->detail.contains(u"overflow"), qPrintable(rows.failure()->detail));
        QCOMPARE(database.failures(), 1);
        QVERIFY(!statementOfSqlite(database.handle(), "SELECT nonsense FROM nowhere"));
    }

    void aStatementIsUsedAgainWithOtherValues()
    {
        Database database;
        for (const By by : bothWays) {
            const auto run = [&](const QByteArray& sql) { return database.prepared(by, sql)->run(); };
            QVERIFY(run("DROP TABLE IF EXISTS words"));
            QVERIFY(run("CREATE TABLE words (word TEXT PRIMARY KEY)"));
            const auto insert = database.prepared(by, "INSERT INTO words VALUES (?)");
            const auto inserted = [&](const QString& word) {
                insert->bind(word);
                return insert->run();
            };
            for (const QString& word : {u"a much longer word than those that follow"_s, u"b"_s, u"\u00FC"_s})
                QCOMPARE(inserted(word).value(), 1);
            QCOMPARE(inserted(u"b"_s).error().code, ErrorCode::Conflict);
            QCOMPARE(inserted(u"c"_s).value(), 1);
            QCOMPARE(run("DELETE FROM words WHERE word <> 'b'").value(), 3);

            const auto find = database.prepared(by, "SELECT count(*) FROM words WHERE word = ?");
            const auto found = [&](const QString& word) {
                find->bind(word);
                const auto rows = find->ask().value();
                return rows->next() ? rows->integer(0) : std::nullopt;
            };
            QCOMPARE(found(u"b"_s), 1);
            QCOMPARE(found(u"c"_s), 0);
            QCOMPARE(found(u"b"_s), 1);
        }
    }

    void aValueTooManyOrTooFewIsAFailure()
    {
        Database database;
        const auto sum = database.prepared(By::Sqlite, "SELECT ? + ?");
        for (const int values : {1, 3, 2}) {
            for (int i = 0; i < values; ++i)
                sum->bind(qint64(i));
            QCOMPARE(sum->run().has_value(), values == 2);
        }
    }
};

QTEST_GUILESS_MAIN(RowsTest)
#include "rows_test.moc"
