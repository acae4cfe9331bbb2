// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mark.h"
#include "domain/row_id.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

class MarkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkIsATextAndBack()
    {
        for (const Mark& mark : {Mark(), Mark{MarkColour::Yellow, {}}, Mark{{}, u"a note"_s},
                                 Mark{MarkColour::Purple, u"in\nlines\n"_s}})
            QCOMPARE(markFromText(markText(mark)), std::optional(mark));
        QVERIFY(markText({}).isEmpty());
        for (const QString& odd : {u"red"_s, u"pink\nnote"_s, u"Red\n"_s})
            QVERIFY(!markFromText(odd));
        QCOMPARE(markColours().size(), 6);
        for (const MarkColour colour : markColours())
            QCOMPARE(markColourFromString(toString(colour)), std::optional(colour));
    }

    void aNoteIsPlainTextOfSomeLength()
    {
        QCOMPARE(tidyNote(u"  two\r\nlines\t \n"_s), u"two\nlines"_s);
        QVERIFY(tidyNote(QString(longestNote, u'a')));
        QCOMPARE(tidyNote(QString(longestNote + 1, u'a')).error().code, ErrorCode::BadInput);
        for (const QString& odd : {u"a\x1b[31m"_s, u"a\rb"_s, u"a\0b"_s, u"a\u0085b"_s})
            QVERIFY(!tidyNote(odd));
    }

    void aRowIsACaptureOrADelivery()
    {
        QCOMPARE(rowIdFromString(u"c5"), std::optional(RowId(CaptureId{5})));
        QCOMPARE(rowIdFromString(u"d3"), std::optional(RowId(DeliveryId{3})));
        QCOMPARE(toString(RowId(DeliveryId{3})), u"d3"_s);
        for (const QStringView odd : {u"5", u"w1", u"c05", u"", u"C5"})
            QVERIFY(!rowIdFromString(odd));
    }
};

QTEST_APPLESS_MAIN(MarkTest)
#include "mark_test.moc"
