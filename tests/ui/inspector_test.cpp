// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "ui/inspect/body_text.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What the inspector says of a capture.
class InspectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theByteThatWasRefusedIsMarked_data();
    void theByteThatWasRefusedIsMarked();
    void aRequestThatBrokeOffIsNotCalledRefused();
    void aLongAnswerIsCutAndItIsSaid();

private:
    static QPlainTextEdit* view(const CaptureInspector& inspector, const QString& name);

    Theme m_theme{false};
};

QPlainTextEdit* InspectorTest::view(const CaptureInspector& inspector, const QString& name)
{
    for (QPlainTextEdit* each : inspector.findChildren<QPlainTextEdit*>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

void InspectorTest::theByteThatWasRefusedIsMarked_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("marked");
    QTest::newRow("in a line") << "GET / HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n"_ba << 26 << u" : y"_s;
    QTest::newRow("a bare LF") << "GET / HTTP/1.1\r\nHost: a\n\r\n"_ba << 23 << u"Host: a"_s;
    QTest::newRow("behind UTF-8") << "GET / HTTP/1.1\r\nX: \xc3\xa9\r\n: y\r\n"_ba << 23 << u": y"_s;
    QTest::newRow("Latin-1") << "GET /\xe9 HTTP/1.1\r\n"_ba << 5 << u"\\xe9 HTTP/1.1"_s;
}

void InspectorTest::theByteThatWasRefusedIsMarked()
{
    QFETCH(QByteArray, head);
    QFETCH(int, offset);
    QFETCH(QString, marked);
    Capture capture;
    capture.id = CaptureId{3};
    capture.valid = false;
    capture.problem = u"Something is wrong."_s;
    capture.problemOffset = offset;
    capture.head = head;
    capture.responseStatus = 400;
    CaptureInspector inspector;
    inspector.showCapture(capture);
    QCOMPARE(view(inspector, u"Head as received"_s)->textCursor().selectedText(), marked);
    const QString facts = inspector.findChild<QLabel*>(u"captureFacts"_s)->text();
    QVERIFY2(facts.contains(u"Refused: Something is wrong. (At byte %1.)"_s.arg(offset)), qPrintable(facts));
    inspector.resize(520, 600);
    QVERIFY(takePicture(inspector, u"refused-%1"_s.arg(offset)));
}

void InspectorTest::aRequestThatBrokeOffIsNotCalledRefused()
{
    Capture capture;
    capture.id = CaptureId{3};
    capture.valid = false;
    capture.problem = u"The sender broke off."_s;
    capture.problemOffset = 4;
    capture.head = "POST";
    CaptureInspector inspector;
    inspector.showCapture(capture);
    const QString facts = inspector.findChild<QLabel*>(u"captureFacts"_s)->text();
    QVERIFY2(facts.contains(u"Not answered: The sender broke off. (At byte 4.)"_s), qPrintable(facts));
    QVERIFY2(!facts.contains(u"Refused"_s), qPrintable(facts));
}

void InspectorTest::aLongAnswerIsCutAndItIsSaid()
{
    Capture capture;
    capture.id = CaptureId{3};
    capture.responseStatus = 200;
    capture.response = {"HTTP/1.1 200 OK\r\n\r\n", QByteArray(shownBodyBytes + 1, 'a')};
    CaptureInspector inspector;
    inspector.showCapture(capture);
    const QString shown = view(inspector, u"Answer"_s)->toPlainText();
    QVERIFY(shown.startsWith(u"HTTP/1.1 200 OK\n\naaa"_s));
    QVERIFY(shown.endsWith(u"a\n\n"_s + cutNote(shownBodyBytes, shownBodyBytes + 1)));
    capture.response.body.chop(1);
    inspector.showCapture(capture);
    QVERIFY(view(inspector, u"Answer"_s)->toPlainText().endsWith(u'a'));
}

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"
