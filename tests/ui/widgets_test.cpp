// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_window.h"
#include "ui/widgets/form.h"
#include "ui/widgets/headers_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/mark_look.h"
#include "ui/widgets/message_colours.h"
#include "ui/widgets/on_pool.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/undo_bar.h"

#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QVBoxLayout>
#include <Qsci/qsciscintilla.h>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr StateKind allKinds[] = {StateKind::Delivered, StateKind::Failed,  StateKind::Waiting,
                                  StateKind::Sending,   StateKind::Planned, StateKind::Unknown,
                                  StateKind::Cancelled};

/// WCAG 2's relative luminance and contrast.
double luminance(const QColor& colour)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QImage markImage(StateKind kind, const QPalette& palette)
{
    QImage image(24, 24, QImage::Format_ARGB32);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    paintStateMark(painter, QRectF(0, 0, 24, 24), kind, palette);
    return image;
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesAndTextsCanBeReadInBothThemes();
    void everyPairOfTokensCanBeTold_data();
    void everyPairOfTokensCanBeTold();
    void statesDifferByShapeNotOnlyByColour();
    void everyIconIsDrawnInThePalettesColour();
    void anHttpMessageIsColoured();
    void aThemeIsChosenAndSaid();
    void timesAreSaidInWords_data();
    void timesAreSaidInWords();
    void headersAreTypedAsLines_data();
    void headersAreTypedAsLines();
    void aWrongFieldTurnsRedOnlyAfterItWasLeft();
    void whatWasDoneIsTakenBackOnce();
    void theOfferToUndoLapsesOnce();
    void foreignTextStaysPlain();
    void whatThePoolFindsIsDroppedWithWhoeverAsked();
    void theJsonEditorKeepsBytesAndJumpsToProblems();
    void squigglesStayWithinTheirLine();
};

void WidgetsTest::statesAndTextsCanBeReadInBothThemes()
{
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        for (const auto ground : {QPalette::Base, QPalette::Window, QPalette::AlternateBase}) {
            const QColor behind = palette.color(ground);
            for (const StateKind kind : allKinds)
                QVERIFY2(contrast(stateColour(kind, palette), behind) >= 4.5, qPrintable(behind.name()));
            QVERIFY(contrast(quietTextColour(palette), behind) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::Text), behind) >= 7);
            QVERIFY(contrast(palette.color(QPalette::Link), behind) >= 4.5);
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 7);
    }
}

void WidgetsTest::everyPairOfTokensCanBeTold_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("behind");
    QTest::addColumn<double>("least");
    constexpr double text = 4.5;
    constexpr double drawn = 3;
    const std::pair<Colour, const char*> grounds[] = {{Colour::Window, "window"},
                                                      {Colour::Surface, "surface"},
                                                      {Colour::Well, "well"},
                                                      {Colour::Hover, "hover"},
                                                      {Colour::Selection, "selection"}};
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        const char* theme = isDark(palette) ? "dark" : "light";
        for (const auto& one : grounds) {
            const QColor behind = colour(one.first, palette);
            const bool selected =
                one.first == Colour::Selection; // there accent and states are for shapes only
            const auto row = [&](const char* what, const QColor& front, double least) {
                QTest::addRow("%s: %s on %s", theme, what, one.second) << front << behind << least;
            };
            row("text", colour(Colour::Text, palette), text);
            row("quiet", colour(Colour::Quiet, palette), text);
            row("accent", colour(Colour::Accent, palette), selected ? drawn : text);
            if (!selected)
                row("faint", colour(Colour::Faint, palette), drawn);
            for (const StateKind kind : allKinds)
                row(qPrintable(u"state %1"_s.arg(int(kind))), stateColour(kind, palette), drawn);
            for (const MarkColour mark : markColours())
                row(qPrintable(u"mark "_s + toString(mark)), markColour(mark, palette), drawn);
        }
        const auto row = [&](const QString& what, const QColor& front, const QColor& behind, double least) {
            QTest::addRow("%s: %s", theme, qPrintable(what)) << front << behind << least;
        };
        row(u"text on the accent"_s, onAccent(palette), colour(Colour::Accent, palette), text);
        for (const CodeColour role : {CodeColour::Key, CodeColour::String, CodeColour::Number})
            row(u"code %1"_s.arg(int(role)), codeColour(role, palette), colour(Colour::Surface, palette),
                text);
        for (const StateKind kind : allKinds) {
            row(u"badge %1, words"_s.arg(int(kind)), stateInk(kind, palette), stateTint(kind, palette), text);
            row(u"badge %1, shape"_s.arg(int(kind)), stateColour(kind, palette), stateTint(kind, palette),
                drawn);
            row(u"badge %1, problem under a field"_s.arg(int(kind)), stateInk(kind, palette),
                colour(Colour::Surface, palette), text);
        }
    }
}

void WidgetsTest::everyPairOfTokensCanBeTold()
{
    QFETCH(QColor, front);
    QFETCH(QColor, behind);
    QFETCH(double, least);
    QVERIFY2(contrast(front, behind) >= least, qPrintable(QString::number(contrast(front, behind))));
}

void WidgetsTest::statesDifferByShapeNotOnlyByColour()
{
    const QPalette palette = lightPalette();
    QList<QImage> shapes;
    for (const StateKind kind : allKinds)
        shapes.append(markImage(kind, palette)
                          .convertToFormat(QImage::Format_Grayscale8)
                          .convertToFormat(QImage::Format_Mono));
    for (qsizetype i = 0; i < shapes.size(); ++i) {
        for (qsizetype j = i + 1; j < shapes.size(); ++j)
            QVERIFY(shapes[i] != shapes[j]);
    }
}

void WidgetsTest::everyIconIsDrawnInThePalettesColour()
{
    const QStringList files = QDir(u":/hookworks/icons"_s).entryList();
    QVERIFY(files.size() > 20);
    for (const QString& file : files) {
        const QImage image = themedIcon(file.chopped(4)).pixmap(32, 32).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                drawn = drawn || qAlpha(image.pixel(x, y)) > 100;
        }
        QVERIFY2(drawn, qPrintable(file));
    }
}

/// Names of fields are quiet, and a body is coloured only where it is JSON.
void WidgetsTest::anHttpMessageIsColoured()
{
    MonospaceView view;
    new MessageColours(view);
    const auto at = [&view](int line, int column) {
        for (const auto& part : view.document()->findBlockByNumber(line).layout()->formats()) {
            if (part.start <= column && column < part.start + part.length)
                return part.format.foreground().color();
        }
        return QColor();
    };
    const QPalette palette = view.palette();
    view.setPlainText(u"POST /a HTTP/1.1\nHost: b\n\n{\n  \"k\": \"v: \\\" 5\",\n  \"n\": -1.5e3"_s);
    QCOMPARE(at(1, 0), colour(Colour::Quiet, palette));
    QCOMPARE(at(1, 6), QColor());
    QCOMPARE(at(4, 3), codeColour(CodeColour::Key, palette));
    QCOMPARE(at(4, 14), codeColour(CodeColour::String, palette));
    QCOMPARE(at(5, 8), codeColour(CodeColour::Number, palette));
    view.setPlainText(u"POST /a HTTP/1.1\n\nname: 5\n{"_s);
    QCOMPARE(at(2, 0), QColor());
    QCOMPARE(at(2, 6), QColor());
}

void WidgetsTest::aThemeIsChosenAndSaid()
{
    Theme theme(true);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.choose(ThemeChoice::System);
    QVERIFY(theme.dark());
    theme.choose(ThemeChoice::Light);
    QVERIFY(!isDark(QGuiApplication::palette()));
    theme.choose(ThemeChoice::Dark);
    QVERIFY(isDark(QGuiApplication::palette()));
    QCOMPARE(changed.size(), 3);
    QVERIFY(themeChoiceFromString(u"dark"_s) == ThemeChoice::Dark);
    QVERIFY(!themeChoiceFromString(u"pink"_s));
}

void WidgetsTest::timesAreSaidInWords_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");
    const RealTime now = realTimeFromMicros(1'700'000'000'000'000);
    QTest::newRow("now") << relativeTime(now, now) << u"just now"_s;
    QTest::newRow("a moment ahead") << relativeTime(now + 1s, now) << u"just now"_s;
    QTest::newRow("seconds") << relativeTime(now - 12s, now) << u"12 s ago"_s;
    QTest::newRow("minutes") << relativeTime(now - 5min - 10s, now) << u"5 min ago"_s;
    QTest::newRow("hours") << relativeTime(now - 3h, now) << u"3 h ago"_s;
    QTest::newRow("ahead") << relativeTime(now + 30s, now) << u"in 30 s"_s;
    QTest::newRow("left") << countdown(12s) << u"0:12"_s;
    QTest::newRow("left, an hour") << countdown(1h + 4min) << u"1:04:00"_s;
    QTest::newRow("left, nothing") << countdown(0s) << u"now"_s;
    const QDateTime noon(QDate(2026, 11, 29), QTime(12, 0));
    const auto listed = [&noon](const QDateTime& time, bool milliseconds) {
        const auto real = [](const QDateTime& at) {
            return realTimeFromMicros(at.toMSecsSinceEpoch() * 1000);
        };
        return timeOfDay(real(time), real(noon), milliseconds);
    };
    QTest::newRow("listed, today") << listed(noon.addMSecs(-1), true) << u"11:59:59.999"_s;
    QTest::newRow("listed, yesterday") << listed(noon.addDays(-1), true) << u"28 Nov 12:00:00"_s;
    QTest::newRow("listed, last year") << listed(noon.addYears(-1), false) << u"29 Nov 2025 12:00"_s;
    QTest::newRow("measured µs") << measured(Micros(340)) << u"340 µs"_s;
    QTest::newRow("measured ms") << measured(Micros(31'400)) << u"31 ms"_s;
    QTest::newRow("measured s") << measured(Micros(1'250'000)) << u"1.25 s"_s;
}

void WidgetsTest::timesAreSaidInWords()
{
    QFETCH(QString, said);
    QFETCH(QString, expected);
    QCOMPARE(said, expected);
}

void WidgetsTest::headersAreTypedAsLines_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("problem");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("two, same name") << u"X-A: 1\nx-a: 2"_s << QString();
    QTest::newRow("empty value") << u"X-A:"_s << QString();
    QTest::newRow("no colon") << u"X-A: 1\nnonsense"_s << u"Line 2: write Name: value"_s;
    QTest::newRow("space in name") << u"X A: 1"_s
                                   << u"Line 1: a header name has letters, digits and hyphens only"_s;
    QTest::newRow("carriage return") << u"X-A: 1\r2"_s << u"Line 1: the value has a control character"_s;
}

void WidgetsTest::headersAreTypedAsLines()
{
    QFETCH(QString, typed);
    QFETCH(QString, problem);
    const auto headers = readHeaderLines(typed);
    QCOMPARE(headers ? QString() : headers.error().message, problem);
    if (headers)
        QVERIFY(readHeaderLines(headerLinesOf(*headers)).value() == *headers);
}

void WidgetsTest::aWrongFieldTurnsRedOnlyAfterItWasLeft()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* form = new Form;
    column->addWidget(form);
    auto* field = new QLineEdit;
    auto* other = new QLineEdit;
    ProblemLabel* label = form->addRow(u"&URL"_s, field);
    form->addRow(u"&Name"_s, other);
    QCOMPARE(field->accessibleName(), u"URL"_s);
    auto* check = new FieldCheck(*field, *label, [](const QString& text) {
        return text.startsWith(u"http") ? QString() : u"Write an address that starts with http"_s;
    });
    QVERIFY(showActive(window));
    field->setFocus();
    QTest::keyClicks(field, u"ftp"_s);
    QVERIFY(!check->ok());
    QVERIFY(!label->isVisible());
    QTest::keyClick(field, Qt::Key_Tab);
    QTRY_VERIFY(label->isVisible());
    QCOMPARE(label->problem(), u"Write an address that starts with http"_s);
    QCOMPARE(field->accessibleDescription(), label->problem());
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"http://a"_s);
    QVERIFY(check->ok());
    QVERIFY(!label->isVisible());
}

void WidgetsTest::theOfferToUndoLapsesOnce()
{
    QWidget page;
    auto* bar = new UndoBar(&page);
    bar->listenIn(page);
    int undone = 0, lapsed = 0;
    const auto offer = [&] {
        bar->offer(
            u"Removed"_s, [&] { ++undone; }, [&] { ++lapsed; });
    };
    offer();
    offer(); // in place of the first
    QCOMPARE(lapsed, 1);
    bar->dismiss();
    bar->dismiss();
    QCOMPARE(lapsed, 2);
    QVERIFY(showActive(page));
    page.setFocus();
    offer();
    QTest::keyClick(&page, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone, 1);
    QTest::keyClick(&page, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone, 1);
    QCOMPARE(lapsed, 2);
}

void WidgetsTest::whatWasDoneIsTakenBackOnce()
{
    UndoBar bar;
    int undone = 0;
    bar.offer(u"Webhook removed"_s, [&undone] { ++undone; });
    QVERIFY(bar.isVisible());
    QTest::mouseClick(bar.findChild<QPushButton*>(u"undo"_s), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(!bar.isVisible());
    bar.undo();
    QCOMPARE(undone, 1);
    bar.offer(u"Webhook removed"_s, [&undone] { ++undone; });
    QTest::keyClick(&bar, Qt::Key_Escape);
    bar.undo();
    QCOMPARE(undone, 1);
}

void WidgetsTest::whatThePoolFindsIsDroppedWithWhoeverAsked()
{
    QSemaphore goesOn;
    int taken = 0;
    const auto make = [&goesOn] {
        goesOn.acquire();
        return 3;
    };
    const auto take = [&taken](int found) { taken += found; };
    auto gone = std::make_unique<QObject>();
    QObject stays;
    onPool(*gone, make, take);
    onPool(stays, make, take);
    gone.reset();
    goesOn.release(2);
    QTRY_COMPARE(taken, 3);
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(taken, 3);
}

void WidgetsTest::foreignTextStaysPlain()
{
    QCOMPARE(plainToolTip(u"<img src='/etc/passwd'>"_s), u"<span>&lt;img src='/etc/passwd'&gt;</span>"_s);
    MonospaceView view;
    view.setPlainText(u"<b>x</b>"_s);
    QCOMPARE(view.toPlainText(), u"<b>x</b>"_s);
}

void WidgetsTest::theJsonEditorKeepsBytesAndJumpsToProblems()
{
    JsonEditor editor;
    editor.resize(400, 300);
    const QByteArray text = "{\n  \"a\": 1.0,\n  \"a\": \"ä\"\n}\n";
    QSignalSpy edited(&editor, &JsonEditor::edited);
    editor.setText(text);
    QCOMPARE(editor.text(), text);
    QCOMPARE(edited.size(), 0);
    QVERIFY(showActive(editor));
    editor.setProblems({{3, 3, Severity::Error, u"The key is there twice"_s}});
    editor.jumpTo(3, 3);
    QCOMPARE(editor.line(), 3);
    QCOMPARE(editor.column(), 3);
    editor.setForeignUndo(true);
    QSignalSpy undo(&editor, &JsonEditor::undoWanted);
    QTest::keyClicks(editor.focusProxy(), u"x"_s);
    QVERIFY(edited.size() > 0);
    QTest::keyClick(editor.focusProxy(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.size(), 1);
    QVERIFY(editor.text() != text);
}

void WidgetsTest::squigglesStayWithinTheirLine()
{
    JsonEditor editor;
    editor.setText("{\n    \"ä😀\": 1,, \n\n  \"next\": 2\n}");
    auto* scintilla = qobject_cast<QsciScintilla*>(editor.focusProxy());
    QVERIFY(scintilla);
    constexpr unsigned long errorIndicator = 11; // of notes, warnings and errors the last
    const auto marked = [scintilla](int line) {
        int bytes = 0;
        const long start = scintilla->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
        const long next = line + 1 < scintilla->lines()
                              ? scintilla->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line + 1)
                              : scintilla->length();
        for (long at = start; at < next; ++at)
            bytes +=
                scintilla->SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, errorIndicator, at) ? 1 : 0;
        return bytes;
    };
    for (const int column : {1, 5, 8, 14, 40}) {
        editor.setProblems({{2, column, Severity::Error, u"x"_s}, {3, 1, Severity::Error, u"empty line"_s}});
        QVERIFY2(marked(1) > 0, qPrintable(QString::number(column)));
        QCOMPARE(marked(0) + marked(2) + marked(3) + marked(4), 0);
    }
    editor.setProblems({{5, 1, Severity::Error, u"the last line"_s}});
    QCOMPARE(marked(4), 1);
    QCOMPARE(marked(0) + marked(1) + marked(2) + marked(3), 0);
    editor.setProblems({});
    QCOMPARE(marked(4), 0);
}

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
