// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/connection.h"

#include <QSqlDriver>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

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
    Rows byQt(const QString& sql, const QVariantList& values = {})
    {
        auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name));
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            qFatal("%s", qPrintable(sql));
        for (const QVariant& value : values)
            query->addBindValue(value);
        (void)query->exec();
        return {rowsOf(std::move(query)), m_failures};
    }
    Rows bySqlite(const QString& sql, const QVariantList& values = {})
    {
        return {std::move(*rowsOf(handle(), sql, values)), m_failures};
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

const QString everyKind =
    u"SELECT 7, -9223372036854775808, 1.5, 'gr\u00FC\u00DFe \U0001F600', '', x'00FF41', x'', NULL, ?, ?, ?, ?"_s;
const QVariantList bound{qint64(5), u"b\u00E4"_s, QByteArray("\0x", 2), QVariant()};

} // namespace

/// Rows come from Qt's driver or from SQLite itself, and say the same.
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
        for (const bool qt : {true, false}) {
            Rows rows = qt ? database.byQt(everyKind, bound) : database.bySqlite(everyKind, bound);
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
            QCOMPARE(rows.text(), u"b\u00E4"_s);
            QCOMPARE(rows.bytes(), QByteArray("\0x", 2));
            QCOMPARE(rows.maybeInteger(), std::nullopt);
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
        const QString sql = u"SELECT %1 AS culprit"_s.arg(value);
        for (const bool qt : {true, false}) {
            Rows rows = qt ? database.byQt(sql) : database.bySqlite(sql);
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
        const QString sql =
            u"SELECT value, CASE value WHEN 3 THEN abs(-9223372036854775808) END FROM json_each('[1,2,3,4]')"_s;
        int seen = 0;
        Rows rows = database.bySqlite(sql);
        while (rows.next())
            ++seen;
        QCOMPARE(seen, 2);
        QVERIFY(rows.failure());
        QCOMPARE(rows.failure()->code, ErrorCode::Internal);
        QVERIFY2(rows.failure()->detail.contains(u"overflow"), qPrintable(rows.failure()->detail));
        QCOMPARE(database.failures(), 1);
        QVERIFY(!rowsOf(database.handle(), u"SELECT nonsense FROM nowhere"_s, {}));
    }
};

QTEST_GUILESS_MAIN(RowsTest)
#include "rows_test.moc"
