// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/gui_session.h"
#include "ui/captures/capture_columns.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/series_dialog.h"
#include "ui/lists/live_table.h"
#include "ui/widgets/badge.h"
#include "workbench/inspect/differ.h"
#include "workbench/inspect/importer.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Two series in the window: what differs is counted, a click opens the pair, what is ignored is edited
/// there.
class SeriesWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void aClickOpensAPair();
    void whatIsIgnoredIsEditedInPlace();
    void manyChosenCapturesAreASeries();
    void differencesAreAColumn();

private:
    Workbench& bench() { return m_session->workbench(); }
    QString add(const QByteArray& path, const QByteArray& body)
    {
        const QByteArray request =
            "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) +
            "\r\n\r\n" + body;
        const auto done = waitFor(bench().importer().take(ImportFormat::Raw, request));
        return done ? done->firstId() : QString();
    }
    SeriesDialog* opened(const QString& left, const QString& right)
    {
        auto* dialog = new SeriesDialog(bench(), left, right, &m_session->window());
        dialog->open();
        return dialog;
    }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void SeriesWindowTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->start());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
    m_session->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_session->window()));
    add("/hook", R"({"event":"started","task":"one","n":1})");
    add("/done", R"({"event":"done","task":"one"})");
    add("/hook", R"({"event":"started","task":"two","n":1})");
    add("/more", "{}");
    add("/done", R"({"event":"done","task":"one"})");
}

void SeriesWindowTest::aClickOpensAPair()
{
    auto* dialog = opened(u"c1,c2"_s, u"c3..c5"_s);
    auto* table = dialog->findChild<QTableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, 3).data().toString(), u"1 difference"_s);
    QCOMPARE(table->model()->index(1, 3).data().toString(), u"no counterpart"_s);
    QCOMPARE(table->model()->index(2, 3).data().toString(), u"the same bytes"_s);
    QCOMPARE(dialog->findChild<Badge*>()->look().words, u"2 of 3 differ"_s);
    QTRY_VERIFY(dialog->findChild<Badge*>()->width() >= dialog->findChild<Badge*>()->sizeHint().width());
    QVERIFY(takePicture(*dialog, u"series"_s));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    QVERIFY(!dialog->findChild<CompareDialog*>());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    CompareDialog* pair = nullptr;
    QTRY_VERIFY(pair = dialog->findChild<CompareDialog*>());
    QTRY_COMPARE(pair->windowTitle(), u"Compare c1 with c3"_s);
}

void SeriesWindowTest::whatIsIgnoredIsEditedInPlace()
{
    auto* dialog = opened(u"c1"_s, u"c3"_s);
    auto* badge = dialog->findChild<Badge*>();
    QTRY_COMPARE(badge->look().words, u"1 of 1 differ"_s);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"editIgnored"_s), Qt::LeftButton);
    auto* places = dialog->findChild<QLineEdit*>(u"ignoredPlaces"_s);
    QTRY_VERIFY(places->isVisible());
    QVERIFY(places->text().contains(u"Content-Length"));
    QTest::keyClicks(places, u", $.task"_s);
    QTest::keyClick(places, Qt::Key_Return);
    QTRY_COMPARE(badge->look().words, u"No difference"_s);
    QVERIFY(!places->isVisible() && dialog->isVisible());
    QTRY_VERIFY(waitFor(bench().differ().compareSeries(u"c1"_s, u"c3"_s))->ignore.contains(u"$.task"_s));
}

void SeriesWindowTest::manyChosenCapturesAreASeries()
{
    m_session->window().go(u"captures"_s);
    auto* table = m_session->window().currentPage()->findChild<LiveTable*>();
    QTRY_COMPARE(table->model()->rowCount(), 5);
    table->setFocus();
    table->selectAll();
    QTest::keyClick(table, Qt::Key_D);
    SeriesDialog* dialog = nullptr;
    QTRY_VERIFY(dialog = m_session->window().findChild<SeriesDialog*>());
    QTRY_COMPARE(dialog->findChild<QTableView*>()->model()->rowCount(), 4);
}

void SeriesWindowTest::differencesAreAColumn()
{
    DifferenceCells cells(bench().differ());
    const ListColumn<CaptureRow> column = differencesColumn(cells);
    QSignalSpy known(&cells, &DifferenceCells::known);
    const auto words = [&](qint64 number) {
        CaptureRow row;
        row.id = CaptureId{number};
        return column.words(row, {});
    };
    QVERIFY(!column.look.shown);
    for (const qint64 number : {1, 3, 5})
        QCOMPARE(words(number), QString());
    QTRY_COMPARE(known.size(), 3);
    QCOMPARE(words(1), QString());
    QCOMPARE(words(3), u"1"_s);
    QCOMPARE(words(5), u"0"_s);
}

QTEST_MAIN(SeriesWindowTest)
#include "series_test.moc"
