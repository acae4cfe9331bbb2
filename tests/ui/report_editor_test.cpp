// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/gui_window.h"
#include "ui/reports/report_editor.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/theme.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTreeView>
#include <Qsci/qsciscintilla.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// A report with so many texts, one of them with an option that there is not.
QByteArray reportOf(int texts, const QByteArray& unknown = {})
{
    QByteArray list;
    for (int i = 0; i < texts; ++i)
        list += (i > 0 ? ",\n" : "") +
                QByteArray(R"({"type": "Text", "options": {"text": "Some words of no great interest )") +
                QByteArray::number(i) + "\"}}";
    if (!unknown.isEmpty())
        list += R"(,{"type": "Text", "options": {"text": "x", ")" + unknown + R"(": 1}})";
    return "{\"components\": [" + list + "]}";
}

constexpr int few = 3, many = 3000; ///< more than is checked at once

Report reported(qint64 id, const QByteArray& document)
{
    Report report;
    report.id = ReportId{id};
    report.provider = u"hybiscus"_s;
    report.name = u"One"_s;
    report.document = document;
    return report;
}

} // namespace

/// What is wrong with a report is that of the report as it is now, as soon as it is edited.
class ReportEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<ReportEditor>(builtInProviders(), [] { return RealTime(); });
        m_editor->resize(1100, 700);
        QVERIFY(showActive(*m_editor));
    }
    void cleanup() { m_editor.reset(); }
    void anEditIsCheckedAtOnce();
    void aLargeReportIsCheckedAsItIsInTheEnd();
    void whatIsWrongWithAnotherReportIsNotShown();
    void theJsonAppearsWithItsProblemsAtWhatIsChosen();

private:
    DocumentCheck* check() { return m_editor->findChild<DocumentCheck*>(); }
    QString problems() const
    {
        const auto* list = m_editor->findChild<QListWidget*>(u"problems"_s);
        QStringList words;
        for (int row = 0; row < list->count(); ++row)
            words << list->item(row)->text();
        return words.join(u'\n');
    }

    Theme m_theme{false};
    std::unique_ptr<ReportEditor> m_editor;
};

void ReportEditorTest::anEditIsCheckedAtOnce()
{
    m_editor->show(reported(1, reportOf(few)));
    QCOMPARE(problems(), QString());
    m_editor->type(reportOf(few, "wrongly"));
    QVERIFY2(problems().contains(u"wrongly"_s), qPrintable(problems()));
    m_editor->history()->undo();
    QCOMPARE(problems(), QString());
}

/// Edits do not queue behind each other's checks.
void ReportEditorTest::aLargeReportIsCheckedAsItIsInTheEnd()
{
    m_editor->show(reported(1, reportOf(many)));
    QSignalSpy checked(check(), &DocumentCheck::found);
    QVERIFY(checked.wait(10'000));
    checked.clear();
    for (const char* unknown : {"first", "second", "third"})
        m_editor->type(reportOf(many, unknown));
    QVERIFY(checked.wait(10'000));
    QVERIFY2(problems().contains(u"third"_s) && !problems().contains(u"first"_s), qPrintable(problems()));
    QCOMPARE(checked.size(), 1);
}

void ReportEditorTest::theJsonAppearsWithItsProblemsAtWhatIsChosen()
{
    const QByteArray document = reportOf(few, "wrongly") + '\n';
    m_editor->show(reported(1, document));
    auto* outline = m_editor->findChild<QTreeView*>(u"outline"_s);
    outline->setCurrentIndex(outline->model()->index(1, 0, outline->model()->index(0, 0)));
    m_editor->showView(ReportEditor::BothSides);
    auto* json = m_editor->findChild<JsonEditor*>();
    const qint64 chosen = json->cursorByte();
    QVERIFY2(chosen > 0 && document.sliced(chosen).startsWith(R"({"type")"),
             qPrintable(QString::number(chosen)));
    auto* text = json->findChild<QsciScintilla*>();
    constexpr int ground = 12;
    const long behind = text->SendScintilla(QsciScintilla::SCI_INDICATOREND, ground, chosen);
    QCOMPARE(document.sliced(chosen, behind - chosen).count("\"type\""), 1); // this one, and no other
    QVERIFY(document.sliced(chosen, behind - chosen).endsWith("}}"));
    QList<int> marked;
    for (int line = 0; line < text->lines(); ++line) {
        if (text->markersAtLine(line) != 0)
            marked << line;
    }
    QCOMPARE(marked, QList<int>{few - 1}); // the last line of the list
    const auto marks = text->markersAtLine(few - 1);
    json->setProblems({{few, 1, Severity::Error, u"x"_s}, {1, 1, Severity::Warning, u"y"_s}});
    QCOMPARE(text->markersAtLine(0), marks); // what is not known is a warning, and looks like one
    QVERIFY(text->markersAtLine(few - 1) > marks);
}

void ReportEditorTest::whatIsWrongWithAnotherReportIsNotShown()
{
    m_editor->show(reported(1, reportOf(many, "wrongly")));
    m_editor->show(reported(2, reportOf(few)));
    QCOMPARE(problems(), QString());
    QTest::qWait(300); // the first one's check has ended by then
    QCOMPARE(problems(), QString());
    QSignalSpy checked(check(), &DocumentCheck::found);
    m_editor->show(reported(1, reportOf(many, "wrongly")));
    QVERIFY(checked.wait(10'000));
    QVERIFY(problems().contains(u"wrongly"_s));
}

QTEST_MAIN(ReportEditorTest)
#include "report_editor_test.moc"
