// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/connection.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// A running statement is ended from another thread.
class InterruptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStatementIsInterruptedFromAnotherThread()
    {
        const auto connection = SqlConnection::inMemory().value();
        const auto interrupt = connection->interrupter();
        if (!interrupt)
            QSKIP("The driver brings a SQLite of its own.");
        std::atomic<bool> over = false;
        std::thread other([&] {
            while (!over) {
                interrupt();
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        });
        const auto endless =
            first(connection->askOnce(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                      "SELECT max(i) FROM n"_s),
                  [](Rows& row) { return row.integer(); });
        over = true;
        other.join();
        QVERIFY(!endless);
        QCOMPARE(endless.error().code, ErrorCode::Interrupted);
        QVERIFY(connection->execute(u"CREATE TABLE t (i)"_s));
    }
};

QTEST_GUILESS_MAIN(InterruptTest)
#include "interrupt_test.moc"
