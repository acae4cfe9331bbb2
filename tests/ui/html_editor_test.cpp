// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_window.h"
#include "ui/widgets/html_editor.h"

#include <QDir>
#include <QTest>
#include <Qsci/qsciscintilla.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

class HtmlEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTagIsCompleted_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("completed");
        QTest::newRow("one word") << u"<cap"_s << u"<caption"_s;
        QTest::newRow("the first of several") << u"<col"_s << u"<col"_s;
        QTest::newRow("capitals") << u"<CAP"_s << u"<caption"_s;
        QTest::newRow("of the platform") << u"<rep"_s << u"<report-master-meta"_s;
        QTest::newRow("no such word") << u"<zz"_s << u"<zz"_s;
    }
    void aTagIsCompleted()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, completed);
        HtmlEditor editor;
        editor.resize(400, 300);
        QVERIFY(showActive(editor));
        auto* field = editor.findChild<QsciScintilla*>();
        field->setFocus();
        QTest::keyClicks(field, typed);
        QCOMPARE(field->isListActive(), typed != u"<zz"_s);
        if (field->isListActive())
            field->SendScintilla(QsciScintilla::SCI_AUTOCCOMPLETE);
        QCOMPARE(editor.text(), completed);
    }

    /// A thread that has not begun yet when its editor goes would end the program.
    void anEditorHasNoThread()
    {
        const auto threads = [] {
            return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
        };
        const HtmlEditor first; // what the first one starts once, for all
        const auto before = threads();
        for (int i = 0; i < 20; ++i) {
            const HtmlEditor editor;
            QCOMPARE(threads(), before);
        }
    }
};

QTEST_MAIN(HtmlEditorTest)
#include "html_editor_test.moc"
