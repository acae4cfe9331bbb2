// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"
#include "support/gui_window.h"
#include "support/scaled_font.h"
#include "ui/pictures.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/literal_dialog.h"
#include "ui/widgets/paged_text.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <Qsci/qsciscintilla.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const char* const schema = R"({"type": "object", "additionalProperties": false, "properties": {
    "frequency": {"enum": ["Daily", "Monthly"], "description": "How often."}, "on": {"type": "boolean"}}})";

QPushButton* buttonOf(const QDialog& dialog, const QString& text)
{
    for (auto* button : dialog.findChildren<QPushButton*>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

} // namespace

/// What the JSON editor does beyond editing: paste, complete, page.
class JsonEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.choose(ThemeChoice::Light); }
    void init();
    void cleanup() { delete m_editor; }
    void linesStandAsFarApartAsCodeDoes();
    void aLiteralIsOfferedAsJson();
    void aLiteralCanBePastedAsItIs();
    void jsonIsPastedWithoutAQuestion_data();
    void jsonIsPastedWithoutAQuestion();
    void keysAndValuesAreCompleted();
    void aLongTextIsPaged();
    void aDeepTextIsPaged();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(m_text, key, modifiers); }
    LiteralDialog* dialog() const { return m_editor->window()->findChild<LiteralDialog*>(); }

    Theme m_theme{false};
    JsonEditor* m_editor = nullptr;
    QsciScintilla* m_text = nullptr;
};

void JsonEditorTest::init()
{
    m_editor = new JsonEditor;
    m_text = m_editor->findChild<QsciScintilla*>();
    m_editor->resize(640, 480);
    QVERIFY(showActive(*m_editor));
    m_text->setFocus();
}

void JsonEditorTest::linesStandAsFarApartAsCodeDoes()
{
    for (const int percent : {100, 150}) {
        const ScaledFont font(percent);
        QTRY_COMPARE(m_text->SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL), long(lineHeight(Face::Code)));
    }
}

void JsonEditorTest::aLiteralIsOfferedAsJson()
{
    QApplication::clipboard()->setText(u"{\u00a0'a': 'x' || 'y', // one\n b: undefined }"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dialog());
    QCOMPARE(m_editor->text(), QByteArray()); // nothing without a word
    QVERIFY(QTest::qWaitForWindowExposed(dialog()));
    QVERIFY(takePicture(*dialog(), u"literal_dialog"_s));
    QVERIFY(dialog()->findChild<QListWidget*>(u"changes"_s)->count() >= 4);
    QTest::mouseClick(buttonOf(*dialog(), u"Paste as JSON"_s), Qt::LeftButton);
    QCOMPARE(m_editor->text(), QByteArray("{\n  \"a\": \"x\"\n}"));
}

void JsonEditorTest::aLiteralCanBePastedAsItIs()
{
    QApplication::clipboard()->setText(u"{a: 1}"_s);
    m_text->paste(); // as the editor's own menu does
    QVERIFY(dialog());
    QTest::mouseClick(buttonOf(*dialog(), u"Paste as it is"_s), Qt::LeftButton);
    QCOMPARE(m_editor->text(), QByteArray("{a: 1}"));
}

void JsonEditorTest::jsonIsPastedWithoutAQuestion_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an object") << u"{\"a\": [1, 2]}"_s;
    QTest::newRow("members") << u"\"a\": 1,\n\"b\": {}"_s;
    QTest::newRow("items") << u", 1, \"x\""_s;
    QTest::newRow("a text") << u"\"x\""_s;
    QTest::newRow("words") << u"some words"_s;
}

void JsonEditorTest::jsonIsPastedWithoutAQuestion()
{
    QFETCH(QString, text);
    QApplication::clipboard()->setText(text);
    press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!dialog());
    QCOMPARE(m_editor->text(), text.toUtf8());
}

void JsonEditorTest::keysAndValuesAreCompleted()
{
    m_editor->setSchema(*readJson(schema));
    QTest::keyClicks(m_text, u"{\"f"_s);
    QVERIFY(m_text->SendScintilla(QsciScintilla::SCI_AUTOCACTIVE));
    press(Qt::Key_Return, Qt::NoModifier);
    QCOMPARE(m_editor->text(), QByteArray("{\"frequency\": "));
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(m_text->SendScintilla(QsciScintilla::SCI_AUTOCACTIVE));
    press(Qt::Key_Down, Qt::NoModifier);
    press(Qt::Key_Return, Qt::NoModifier);
    QCOMPARE(m_editor->text(), QByteArray("{\"frequency\": \"Monthly\""));
    QTest::keyClicks(m_text, u", \"o"_s);
    press(Qt::Key_Return, Qt::NoModifier);
    QTest::keyClicks(m_text, u"t"_s);
    press(Qt::Key_Return, Qt::NoModifier);
    QTest::keyClicks(m_text, u"}"_s);
    QCOMPARE(m_editor->text(), QByteArray("{\"frequency\": \"Monthly\", \"on\": true}"));
}

void JsonEditorTest::aLongTextIsPaged()
{
    const QByteArray line = "\"0123456789012345678901234567890123456789\",\n";
    const QByteArray text = "[" + line.repeated(6'000'000 / static_cast<int>(line.size())) + "1]";
    m_editor->setText(text);
    QVERIFY(m_editor->isPaged());
    QCOMPARE(m_editor->text(), text);
    auto* paged = m_editor->findChild<PagedText*>();
    m_editor->jumpTo(100'000, 1);
    QCOMPARE(paged->markedText(), QString::fromLatin1(line.trimmed()));
    QVERIFY(paged->shownText().size() <= PagedText::pageBytes);
    QVERIFY(takePicture(*m_editor, u"paged_text"_s));
    m_editor->setText("{}");
    QVERIFY(!m_editor->isPaged());
    QCOMPARE(m_editor->text(), QByteArray("{}"));
}

void JsonEditorTest::aDeepTextIsPaged()
{
    m_editor->setText(QByteArray(100'000, '['));
    QVERIFY(m_editor->isPaged());
    m_editor->setText(QByteArray(1'500, '['));
    QVERIFY(!m_editor->isPaged());
}

QTEST_MAIN(JsonEditorTest)
#include "json_editor_test.moc"
