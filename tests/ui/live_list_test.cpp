// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/column_memory.h"
#include "ui/lists/live_search.h"
#include "ui/lists/live_table.h"
#include "ui/lists/saved_filters.h"
#include "ui/lists/time_menu.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QMenu>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hookworks {

namespace {

/// What a workspace would keep, and what a list shows of it.
struct Entry
{
    CaptureId id;
    QString text;
    bool matches = true;
    bool plain = true; ///< it can be judged without asking
};

struct EntryRow
{
    CaptureId id;
    QString text;
};

QList<ListColumn<EntryRow>> entryColumns()
{
    const auto column = [](const QString& key, bool wide) {
        ListColumn<EntryRow> made;
        made.look.key = key;
        made.look.title = key;
        made.look.wide = wide;
        made.words = [](const EntryRow& row, const ListClock&) { return row.text; };
        return made;
    };
    return {column(u"first"_s, false), column(u"second"_s, true), column(u"third"_s, false)};
}

/// Rows by their ids, newest first; answers as a store does, a page at a time.
class EntryStore
{
public:
    using Page = SearchPage<Entry, CaptureId>;

    void add(qint64 id, bool matches = true, bool plain = true)
    {
        m_entries[id] = {CaptureId{id}, u"row %1"_s.arg(id), matches, plain};
    }
    void remove(qint64 id) { m_entries.remove(id); }
    Entry entry(qint64 id) const { return m_entries[id]; }

    Answer<Page> find(std::optional<CaptureId> before, int limit)
    {
        ++asked;
        Page page;
        int seen = 0;
        for (auto each = m_entries.end(); each != m_entries.begin();) {
            --each;
            if (before && each.key() >= before->number)
                continue;
            if (seen++ == atOnce || page.rows.size() == limit) {
                page.next = CaptureId{each.key() + 1};
                break;
            }
            if (each->matches)
                page.rows << *each;
        }
        auto promise = std::make_shared<QPromise<Result<Page>>>();
        promise->start();
        QTimer::singleShot(0, &m_context, [promise, page] {
            promise->addResult(page);
            promise->finish();
        });
        return promise->future();
    }

    int atOnce = 1'000; ///< rows looked at in one answer
    int asked = 0;

private:
    QMap<qint64, Entry> m_entries;
    QObject m_context;
};

struct Fixture
{
    Fixture()
        : search(model, notice,
                 {[this](const Query&, std::optional<CaptureId> before, int limit, const Asker&) {
                      return store.find(before, limit);
                  },
                  [](const Query&, const Entry& entry) {
                      return !entry.plain    ? QueryVerdict::Unknown
                             : entry.matches ? QueryVerdict::Yes
                                             : QueryVerdict::No;
                  },
                  [](const Entry& entry) { return entry; },
                  [](const Entry& entry) {
                      return EntryRow{entry.id, entry.text};
                  }},
                 nullptr)
    {
    }
    QList<qint64> numbers() const
    {
        QList<qint64> all;
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.numberAt(row);
        return all;
    }

    EntryStore store;
    LiveListModel<EntryRow> model{entryColumns()};
    SearchNotice notice;
    LiveSearch<Entry, Entry, EntryRow> search;
};

} // namespace

/// The live list that Captures and Deliveries share, on a store of the test's own.
class LiveListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreReadAsOneScrolls();
    void aSearchGoesOnUntilAPageIsFull();
    void answersToAnOlderQuestionAreDropped();
    void withoutAQuestionNothingComesIn();
    void whatIsNotPlainIsAskedFor();
    void aFloodIsCaughtUpWith();
    void aFloodThatLeavesAGapBeginsAnew();
    void newRowsWaitWhileSomebodyReads();
    void columnsAreChosenMovedAndRemembered();
    void aColumnMoreStandsAtTheRight();
    void savedFiltersGoBothWays();
    void timesReplaceEachOther_data();
    void timesReplaceEachOther();
};

void LiveListTest::pagesAreReadAsOneScrolls()
{
    Fixture f;
    for (int id = 1; id <= 450; ++id)
        f.store.add(id);
    f.search.begin(Query());
    QTRY_COMPARE(f.model.rowCount(), 200);
    QVERIFY(f.model.canFetchMore({}));
    f.model.fetchMore({});
    f.model.fetchMore({});
    QTRY_COMPARE(f.model.rowCount(), 400);
    f.model.fetchMore({});
    QTRY_COMPARE(f.model.rowCount(), 450);
    QTRY_VERIFY(f.model.isComplete());
    const QAbstractItemModelTester tester(&f.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(f.search.matches().found, 450);
    QVERIFY(f.search.matches().all);
    QCOMPARE(f.model.numberAt(0), 450);
    QCOMPARE(f.model.rowOfNumber(1), 449);
}

void LiveListTest::aSearchGoesOnUntilAPageIsFull()
{
    Fixture f;
    f.store.atOnce = 50;
    for (int id = 1; id <= 500; ++id)
        f.store.add(id, id % 100 == 0);
    f.search.begin(Query());
    QTRY_COMPARE(f.numbers(), (QList<qint64>{500, 400, 300, 200, 100}));
    QTRY_VERIFY(f.model.isComplete());
    QVERIFY(f.store.asked >= 10);
}

void LiveListTest::answersToAnOlderQuestionAreDropped()
{
    Fixture f;
    f.store.add(1);
    f.search.begin(Query());
    f.search.begin(std::nullopt);
    QTest::qWait(50); // an answer that came in spite of it would be there by now
    QCOMPARE(f.model.rowCount(), 0);
    QVERIFY(f.model.isComplete());
}

/// To a filter that cannot be read nothing belongs, neither what is new nor what changes.
void LiveListTest::withoutAQuestionNothingComesIn()
{
    Fixture f;
    f.store.add(1);
    f.search.begin(std::nullopt);
    f.search.take({f.store.entry(1)});
    f.search.miss(300);
    f.search.release(); // what was missed is asked for
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.store.asked, 0);
    f.search.begin(Query());
    f.search.take({f.store.entry(1)});
    QTRY_COMPARE(f.numbers(), QList<qint64>{1});
}

void LiveListTest::whatIsNotPlainIsAskedFor()
{
    Fixture f;
    for (int id = 1; id <= 3; ++id)
        f.store.add(id);
    f.search.begin(Query());
    QTRY_COMPARE(f.model.rowCount(), 3);
    f.store.add(2, false, false); // by its body it belongs no more
    f.store.add(4, true, false);
    f.store.add(5, false, false);
    f.search.take({f.store.entry(2), f.store.entry(4), f.store.entry(5)});
    QCOMPARE(f.model.rowCount(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(f.model.held(), 1, 5'000);
    QTRY_COMPARE(f.model.rowOfNumber(2), -1);
    f.search.release();
    QCOMPARE(f.numbers(), (QList<qint64>{4, 3, 1}));
}

void LiveListTest::aFloodIsCaughtUpWith()
{
    Fixture f;
    f.store.add(1);
    f.search.begin(Query());
    QTRY_COMPARE(f.model.rowCount(), 1);
    for (int id = 2; id <= 100; ++id)
        f.store.add(id, id % 2 == 0);
    f.search.miss(99);
    QTRY_COMPARE_WITH_TIMEOUT(f.model.held(), 50, 5'000);
    f.search.release();
    QCOMPARE(f.model.rowCount(), 51);
    QVERIFY(f.model.rowOfNumber(1) == 50);
}

void LiveListTest::aFloodThatLeavesAGapBeginsAnew()
{
    Fixture f;
    f.store.add(1);
    f.search.begin(Query());
    QTRY_COMPARE(f.model.rowCount(), 1);
    QSignalSpy told(&f.model, &LiveList::heldChanged);
    for (int id = 2; id <= 1'000; ++id)
        f.store.add(id);
    f.search.miss(999);
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.last().at(0).toInt() == 999, 5'000);
    f.search.release();
    QTRY_COMPARE(f.model.rowCount(), 200);
    QCOMPARE(f.model.numberAt(0), 1'000);
    QCOMPARE(f.model.numberAt(199), 801);
}

void LiveListTest::newRowsWaitWhileSomebodyReads()
{
    Fixture f;
    for (int id = 1; id <= 100; ++id)
        f.store.add(id);
    LiveTable table(f.model);
    connect(&table, &LiveTable::releaseWanted, &f.search, &ListSearch::release);
    table.resize(400, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    f.search.begin(Query());
    QTRY_COMPARE(f.model.rowCount(), 100);
    table.scrollToBottom();
    QVERIFY(table.select(1));
    f.store.add(101);
    f.search.take({f.store.entry(101)});
    auto* fresh = table.findChild<QAbstractButton*>(u"newRows"_s);
    QTRY_VERIFY(fresh->isVisible());
    QCOMPARE(fresh->text(), u"1 new"_s);
    QCOMPARE(table.currentNumber(), std::optional<qint64>(1));
    fresh->click();
    QCOMPARE(f.model.rowCount(), 101);
    QCOMPARE(table.currentNumber(), std::optional<qint64>(1));
    f.search.drop({CaptureId{1}});
    table.selectCurrent();
    QCOMPARE(table.selectedNumbers(), QList<qint64>{2});
}

void LiveListTest::columnsAreChosenMovedAndRemembered()
{
    Fixture f;
    LiveTable table(f.model);
    QSignalSpy placed(&table, &LiveTable::columnsPlaced);
    QMenu menu;
    table.fillColumnsMenu(menu, 0);
    const QList<QAction*> actions = menu.actions();
    QCOMPARE(actions.first()->text(), u"first"_s);
    actions[2]->trigger();
    QVERIFY(table.isColumnHidden(2));
    actions.last()->trigger(); // the first one moves right
    table.horizontalHeader()->resizeSection(0, 77);
    QVERIFY(placed.size() >= 2);
    const QList<PlacedColumn> columns = table.placedColumns();
    QCOMPARE(columns.first().key, u"second"_s);
    QCOMPARE(columns[1], (PlacedColumn{u"first"_s, 77, true}));
    QCOMPARE(placedColumnsFromText(textOf(columns)), columns);
    LiveTable another(f.model);
    another.placeColumns(columns);
    QCOMPARE(another.placedColumns(), columns);
    QVERIFY(placedColumnsFromText(u"{\"no\":\"columns\"}"_s).isEmpty());
    QVERIFY(placedColumnsFromText(u"[1, \"x\", {\"key\": 5}"_s).isEmpty());
}

void LiveListTest::aColumnMoreStandsAtTheRight()
{
    Fixture f;
    LiveTable table(f.model);
    QSignalSpy placed(&table, &LiveTable::columnsPlaced);
    ListColumn<EntryRow> more = entryColumns().first();
    more.look.key = u"$.event"_s;
    f.model.addColumn(more);
    QCOMPARE(table.placedColumns().last().key, u"$.event"_s);
    QCOMPARE(placed.size(), 1);
    QVERIFY(table.columnWidth(3) > 0);
}

void LiveListTest::savedFiltersGoBothWays()
{
    const QList<SavedFilter> filters{{u"Failed \"today\""_s, u"status>=500 after:1d"_s},
                                     {u"日本"_s, u"$.a:\"x y\""_s}};
    QCOMPARE(savedFiltersFromText(textOf(filters)), filters);
    QVERIFY(savedFiltersFromText({}).isEmpty());
    QVERIFY(savedFiltersFromText(u"[{\"name\":1,\"filter\":\"x\"}]"_s).isEmpty());
}

void LiveListTest::timesReplaceEachOther_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("result");
    QTest::newRow("none yet") << u"status>=500"_s << u"10m"_s << QString() << u"status>=500 after:10m"_s;
    QTest::newRow("another") << u"after:1h event:x"_s << u"10m"_s << QString() << u"event:x after:10m"_s;
    QTest::newRow("any time") << u"after:1h before:10m event:x"_s << QString() << QString() << u"event:x"_s;
    QTest::newRow("alone") << QString() << u"2026-03-01T10:00:00Z"_s << u"2026-03-02T10:00:00Z"_s
                           << u"after:\"2026-03-01T10:00:00Z\" before:\"2026-03-02T10:00:00Z\""_s;
    QTest::newRow("no filter at all") << u"status>="_s << u"10m"_s << QString() << u"status>= after:10m"_s;
    QTest::newRow("inside an or") << u"(after:1h or event:x)"_s << u"10m"_s << QString()
                                  << u"(after:1h or event:x) after:10m"_s;
}

void LiveListTest::timesReplaceEachOther()
{
    QFETCH(QString, filter);
    QFETCH(QString, after);
    QFETCH(QString, before);
    QFETCH(QString, result);
    const TimeSpan span{after, before};
    QCOMPARE(withTimeSpan(filter, span), result);
    if (QTest::currentDataTag() != QByteArray("no filter at all"))
        QCOMPARE(timeSpanOf(result), span);
}

} // namespace hookworks

QTEST_MAIN(hookworks::LiveListTest)
#include "live_list_test.moc"
