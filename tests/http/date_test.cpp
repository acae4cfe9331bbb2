// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_date.h"

#include <QTest>

#include <ctime>

using namespace hookworks;

class DateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allThreeFormsAreReadInAnyTimeZone_data();
    void allThreeFormsAreReadInAnyTimeZone();
    void whatIsNoDateIsRefused_data();
    void whatIsNoDateIsRefused();
};

void DateTest::allThreeFormsAreReadInAnyTimeZone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("instant"); // now is 2026-11-28T23:00:00Z
    const auto row = [](const char* text, const char* instant) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(instant);
    };
    row("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z");
    row("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z");
    row("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z");
    row("Sun Nov 16 08:49:37 1994", "1994-11-16T08:49:37Z");
    row("Thu, 29 Feb 2024 23:59:59 GMT", "2024-02-29T23:59:59Z");
    row("Sun, 31 Dec 2023 23:59:60 GMT", "2024-01-01T00:00:00Z");
    // Hours that some places do not have, or have twice.
    row("Sun, 29 Mar 2026 02:30:00 GMT", "2026-03-29T02:30:00Z");
    row("Sun, 08 Mar 2026 02:30:00 GMT", "2026-03-08T02:30:00Z");
    row("Sun, 25 Oct 2026 02:30:00 GMT", "2026-10-25T02:30:00Z");
    row("Sun, 29 Mar 2026 00:30:00 GMT", "2026-03-29T00:30:00Z");
    // Two digits: at most 50 years ahead, else the past.
    row("Saturday, 28-Nov-26 23:00:00 GMT", "2026-11-28T23:00:00Z");
    row("Saturday, 28-Nov-76 23:00:00 GMT", "2076-11-28T23:00:00Z");
    row("Sunday, 29-Nov-76 00:00:00 GMT", "1976-11-29T00:00:00Z");
    row("Friday, 01-Jan-77 00:00:00 GMT", "1977-01-01T00:00:00Z");
    row("Friday, 31-Dec-99 23:59:59 GMT", "1999-12-31T23:59:59Z");
    row("Saturday, 01-Jan-00 00:00:00 GMT", "2000-01-01T00:00:00Z");
    row("Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z");
}

void DateTest::allThreeFormsAreReadInAnyTimeZone()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, instant);
    const auto now = realTimeFromIso(u"2026-11-28T23:00:00Z").value();
    const QByteArray before = qgetenv("TZ");
    for (const char* zone :
         {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"}) {
        qputenv("TZ", zone);
        tzset();
        const auto read = httpDate(text, now);
        QVERIFY2(read.has_value(), zone);
        QCOMPARE(toIso(*read), toIso(*realTimeFromIso(instant)));
    }
    if (before.isEmpty())
        qunsetenv("TZ");
    else
        qputenv("TZ", before);
    tzset();
}

void DateTest::whatIsNoDateIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"",
                             " ",
                             ",",
                             "soon",
                             "Sun,",
                             "06 Nov 1994 08:49:37 GMT",
                             "Sun, 06 Nov 1994 08:49:37",
                             "Sun, 06 Nov 1994 08:49:37 CET",
                             "Sun, 06 Nov 94 08:49:37 GMT",
                             "Sun, 06 Nov 1994 24:00:00 GMT",
                             "Sun, 06 Nov 1994 08:60:00 GMT",
                             "Sun, 06 Nov 1994 08:49:61 GMT",
                             "Sun, 06 Nov 1994 8:49:37 GMT",
                             "Sun, 31 Apr 1994 08:49:37 GMT",
                             "Wed, 29 Feb 2023 00:00:00 GMT",
                             "Sun, 00 Nov 1994 08:49:37 GMT",
                             "Sun, 06 Foo 1994 08:49:37 GMT",
                             "Son, 06 Nov 1994 08:49:37 GMT",
                             "Sun, -6 Nov 1994 08:49:37 GMT",
                             "Sun, 06 Nov -994 08:49:37 GMT",
                             "Sunday, 06-Nov-1994 08:49:37 GMT",
                             "Sunday, 06/Nov/94 08:49:37 GMT",
                             "Sun Nov  6 08:49:37",
                             "Sun Nov 006 08:49:37 1994",
                             "Sun Nov  6 08:49:37 94",
                             "1994-11-06T08:49:37Z",
                             "Sun, 06 Nov 1994 08:49:37 GMT GMT",
                             "Sun, 06 Nov 99999999999 08:49:37 GMT"})
        QTest::newRow(text) << QByteArray(text);
}

void DateTest::whatIsNoDateIsRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!httpDate(text, realTimeFromMicros(1'700'000'000'000'000)));
}

QTEST_GUILESS_MAIN(DateTest)
#include "date_test.moc"
