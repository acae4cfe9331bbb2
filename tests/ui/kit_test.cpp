// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_window.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/colour_field.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/page_bar.h"
#include "ui/widgets/query_language.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/time_fields.h"
#include "ui/widgets/two_part_line.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTableWidget>
#include <QToolTip>
#include <QVBoxLayout>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// Each word is a term; "wrong" is wrong; "sta" can become "status:".
class Words final : public FilterLanguage
{
public:
    QList<int> finishedTerms(const QString& text) const override
    {
        QList<int> ends;
        for (qsizetype end = text.indexOf(u' '); end > 0; end = text.indexOf(u' ', end + 1))
            ends << static_cast<int>(end);
        return ends;
    }
    QList<FilterCompletion> completions(const QString& text, int cursor) const override
    {
        return text.endsWith(u"sta") ? QList<FilterCompletion>{{u"status:"_s, {}, cursor - 3, 3}}
                                     : QList<FilterCompletion>();
    }
    std::optional<FilterProblem> problem(const QString& text) const override
    {
        const qsizetype at = text.indexOf(u"wrong"_s);
        return at < 0 ? std::nullopt : std::optional(FilterProblem{static_cast<int>(at), u"No such field"_s});
    }
};

QString toolTipOf(QWidget& widget)
{
    QToolTip::hideText(); // it goes a moment later
    if (!QTest::qWaitFor([] { return !QToolTip::isVisible(); }))
        return u"an older one stays"_s;
    QHelpEvent event(QEvent::ToolTip, QPoint(2, 2), widget.mapToGlobal(QPoint(2, 2)));
    QApplication::sendEvent(&widget, &event);
    return QToolTip::isVisible() ? QToolTip::text() : QString();
}

} // namespace

class KitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellsEditorHidesTheCell();
    void sizesGrowWithTheFont();
    void compactRowsMakeListsDenser();
    void oneButtonIsPrimary();
    void splittersCanBeGraspedBesideTheirLine();
    void segmentsAreChosenByMouseAndArrowKeys();
    void aScreenReaderPressesWhatCanBeChecked();
    void aSwitchIsToggledByKeys();
    void aSectionUnfoldsAndSaysWhatItHolds();
    void aMessageOffersItsRemedyOnce();
    void finishedTermsBecomeChips();
    void aFilterSaysWhatIsWrongAndWhere();
    void aFilterCompletes();
    void theFilterLanguageKnowsItsTerms_data();
    void theFilterLanguageKnowsItsTerms();
    void buttonsThatDoNotFitMoveIntoTheMenu();
    void cutTextIsWholeOnHover();
    void aLineOfTwoPartsBreaksWhereTheFirstHasNoRoom();
    void figuresStandInColumns();
    void aSwitchInAListIsClicked();
    void zonesAreFoundByTyping();
    void aDateMayBeLeftOut();
    void aColourIsChosenFromThePalette();
    void jsonIsPrettyAndRawIsExact();
    void whatIsTooLargeOrTooDeepIsPlain_data();
    void whatIsTooLargeOrTooDeepIsPlain();
    void bytesBecomeVisible();

private:
    Theme m_theme{false};
};

void KitTest::sizesGrowWithTheFont()
{
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPixelSize(13);
    QApplication::setFont(font);
    QCOMPARE(sized(Size::Row), 28);
    QCOMPARE(sized(Size::PageBar), 44);
    QCOMPARE(lineHeight(Face::Code), 19);
    QCOMPARE(QLineEdit().sizeHint().height(), 28);
    QCOMPARE(QPushButton(u"Send"_s).sizeHint().height(), 28);
    font.setPixelSize(26);
    QApplication::setFont(font);
    QCOMPARE(sized(Size::Row), 56);
    QCOMPARE(QPushButton(u"Send"_s).sizeHint().height(), 56);
    QApplication::setFont(before);
}

void KitTest::compactRowsMakeListsDenser()
{
    QTableView view;
    QStandardItemModel model(3, 1);
    view.setModel(&model);
    view.show();
    QCOMPARE(view.rowHeight(0), sized(Size::Row));
    m_theme.setCompactRows(true);
    QTRY_COMPARE(view.rowHeight(0), sized(Size::CompactRow));
    m_theme.setCompactRows(false);
    QTRY_COMPARE(view.rowHeight(0), sized(Size::Row));
}

void KitTest::oneButtonIsPrimary()
{
    m_theme.choose(ThemeChoice::Light);
    QWidget window;
    QPushButton primary(u"Send"_s, &window), other(u"Retry"_s, &window);
    setLook(primary, ButtonLook::Primary);
    for (QPushButton* button : {&primary, &other})
        button->resize(button->sizeHint());
    other.move(0, 100);
    other.setFocusPolicy(Qt::NoFocus);
    primary.setFocusPolicy(Qt::NoFocus);
    QVERIFY(showActive(window));
    const QColor accent = colour(Colour::Accent, primary.palette());
    QCOMPARE(QColor(primary.grab().toImage().pixel(4, primary.height() / 2)), accent);
    QCOMPARE(QColor(other.grab().toImage().pixel(4, other.height() / 2)),
             colour(Colour::Surface, primary.palette()));
    m_theme.choose(ThemeChoice::Dark);
    QTRY_COMPARE(QColor(primary.grab().toImage().pixel(4, primary.height() / 2)),
                 colour(Colour::Accent, QApplication::palette()));
    m_theme.choose(ThemeChoice::Light);
}

void KitTest::splittersCanBeGraspedBesideTheirLine()
{
    QSplitter splitter;
    splitter.addWidget(new QWidget);
    splitter.addWidget(new QWidget);
    splitter.resize(400, 100);
    QVERIFY(showActive(splitter));
    QCOMPARE(splitter.handleWidth(), 1);
    const QSplitterHandle& handle = *splitter.handle(1);
    QCOMPARE(handle.width(), shape::splitterGrip);
    const int first = splitter.sizes().first();
    const QPoint beside(1, 50); // three pixels left of the line
    QTest::mousePress(splitter.handle(1), Qt::LeftButton, {}, beside);
    QTest::mouseMove(splitter.handle(1), beside + QPoint(40, 0));
    QTest::mouseRelease(splitter.handle(1), Qt::LeftButton, {}, beside + QPoint(40, 0));
    QVERIFY(splitter.sizes().first() > first);
}

void KitTest::segmentsAreChosenByMouseAndArrowKeys()
{
    SegmentedControl control(u"State"_s);
    for (const QString& name : {u"All"_s, u"Waiting"_s, u"Failed"_s})
        control.addSegment(name);
    control.setCount(1, 3);
    control.setSegmentEnabled(1, false);
    QVERIFY(showActive(control));
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    control.setCurrent(0);
    QCOMPARE(chosen.size(), 0);
    control.setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(control.current(), 2);
    QCOMPARE(chosen, QList<QVariantList>({{2}}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(control.current(), 0);
    const auto segments = control.findChildren<QAbstractButton*>();
    QCOMPARE(segments[1]->accessibleName(), u"Waiting 3"_s);
    QTest::mouseClick(segments[2], Qt::LeftButton);
    QCOMPARE(control.current(), 2);
}

void KitTest::aScreenReaderPressesWhatCanBeChecked()
{
    SegmentedControl control(u"State"_s);
    control.addSegment(u"All"_s);
    control.addSegment(u"Failed"_s);
    QVERIFY(showActive(control));
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    auto* failed = control.findChildren<QAbstractButton*>()[1];
    QAccessibleInterface* said = QAccessible::queryAccessibleInterface(failed);
    QVERIFY(said && said->role() == QAccessible::RadioButton);
    QVERIFY(said->state().checkable && !said->state().checked);
    QCOMPARE(said->text(QAccessible::Name), u"Failed"_s);
    said->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(chosen.size(), 1);
    QVERIFY(said->state().checked);
}

void KitTest::aSwitchIsToggledByKeys()
{
    Switch one(u"Listening"_s);
    QVERIFY(showActive(one));
    one.setFocus();
    QTest::keyClick(&one, Qt::Key_Space);
    QVERIFY(one.isChecked());
    QTest::keyClick(&one, Qt::Key_Return);
    QVERIFY(!one.isChecked());
}

void KitTest::aSectionUnfoldsAndSaysWhatItHolds()
{
    auto* content = new QLineEdit;
    FoldSection section(u"Flow"_s, content);
    section.setSummary(u"4 at once"_s);
    QVERIFY(showActive(section));
    QVERIFY(!content->isVisible());
    auto* head = section.findChild<QAbstractButton*>();
    QCOMPARE(head->accessibleDescription(), u"4 at once"_s);
    head->setFocus();
    QTest::keyClick(head, Qt::Key_Return);
    QVERIFY(section.isOpen());
    QVERIFY(content->isVisible());
}

void KitTest::aMessageOffersItsRemedyOnce()
{
    InlineMessage message;
    int remedied = 0;
    message.tell(u"The port is taken"_s, Severity::Error,
                 {u"Take the next one"_s, [&remedied] { ++remedied; }});
    QVERIFY(showActive(message));
    QTest::mouseClick(message.findChild<QPushButton*>(u"remedy"_s), Qt::LeftButton);
    QCOMPARE(remedied, 1);
    QVERIFY(!message.isVisible());
}

void KitTest::finishedTermsBecomeChips()
{
    const Words words;
    FilterField field(words);
    field.resize(500, field.sizeHint().height());
    QVERIFY(showActive(field));
    auto* edit = field.findChild<QLineEdit*>();
    QSignalSpy changed(&field, &FilterField::changed);
    edit->setFocus();
    QTest::keyClicks(edit, u"event:a st"_s);
    QCOMPARE(field.chips(), QStringList({u"event:a"_s}));
    QCOMPARE(field.text(), u"event:a st"_s);
    QCOMPARE(changed.last().first().toString(), u"event:a st"_s);
    edit->clear();
    QTest::keyClick(edit, Qt::Key_Backspace);
    QCOMPARE(field.chips(), QStringList());
    QCOMPARE(edit->text(), u"event:a"_s);
    field.setText(u"one two three"_s);
    QCOMPARE(field.chips(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    auto* chip = field.findChildren<FilterChip*>()[1];
    QTest::keyClick(chip, Qt::Key_Delete);
    QTRY_COMPARE(field.findChildren<FilterChip*>().size(), 2);
    QCOMPARE(field.text(), u"one three"_s);
}

void KitTest::aFilterSaysWhatIsWrongAndWhere()
{
    const Words words;
    FilterField field(words);
    field.setMatches(u"3 of 12"_s);
    field.resize(400, field.sizeHint().height());
    QVERIFY(showActive(field));
    auto* edit = field.findChild<QLineEdit*>();
    const QImage before = field.grab().toImage();
    QTest::keyClicks(edit, u"wrong:1"_s);
    QCOMPARE(edit->accessibleDescription(), u"No such field"_s);
    bool marked = false;
    const QImage after = field.grab().toImage();
    const QRgb red = stateColour(StateKind::Failed, field.palette()).rgb();
    for (int x = 0; x < after.width(); ++x)
        marked = marked || after.pixel(x, field.height() - space::tight) == red;
    QVERIFY(marked);
    edit->selectAll();
    QTest::keyClicks(edit, u"good"_s);
    QCOMPARE(edit->accessibleDescription(), u"3 of 12"_s);
}

void KitTest::aFilterCompletes()
{
    const Words words;
    FilterField field(words);
    field.resize(400, field.sizeHint().height());
    QVERIFY(showActive(field));
    auto* edit = field.findChild<QLineEdit*>();
    edit->setFocus();
    QTest::keyClicks(edit, u"sta"_s);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_COMPARE(field.text(), u"status:"_s);
}

void KitTest::theFilterLanguageKnowsItsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("chips");
    QTest::newRow("two and a half") << u"status:503 path:/a sta"_s
                                    << QStringList({u"status:503"_s, u"path:/a"_s});
    QTest::newRow("spaces around an operator")
        << u"status >= 500 x "_s << QStringList({u"status >= 500"_s, u"x"_s});
    QTest::newRow("quotes") << u"path:\"a b\" 'c d' "_s << QStringList({u"path:\"a b\""_s, u"'c d'"_s});
    QTest::newRow("a path into the body") << u"$.a[0]=1 "_s << QStringList({u"$.a[0]=1"_s});
    QTest::newRow("not") << u"not status:503 b "_s << QStringList({u"not status:503"_s, u"b"_s});
    QTest::newRow("or ties") << u"a or b "_s << QStringList();
    QTest::newRow("parentheses tie") << u"(a b) c "_s << QStringList();
    QTest::newRow("unfinished") << u"status: "_s << QStringList();
    QTest::newRow("wrong") << u"status:abc x "_s << QStringList();
}

void KitTest::theFilterLanguageKnowsItsTerms()
{
    QFETCH(QString, text);
    QFETCH(QStringList, chips);
    const QueryLanguage language;
    QStringList found;
    int start = 0;
    for (const int end : language.finishedTerms(text)) {
        found << text.sliced(start, end - start).trimmed();
        start = end;
    }
    QCOMPARE(found, chips);
}

void KitTest::buttonsThatDoNotFitMoveIntoTheMenu()
{
    PageBar bar(u"Deliveries"_s);
    QAction retry(u"Retry"_s), cancel(u"Cancel the delivery"_s), send(u"Send"_s);
    bar.addSecondary(&retry);
    bar.addSecondary(&cancel);
    bar.setPrimary(&send);
    bar.resize(900, bar.height());
    QVERIFY(showActive(bar));
    const auto shown = [&bar] {
        QStringList words;
        for (const auto* button : bar.findChildren<ActionButton*>()) {
            if (button->isVisible())
                words << button->text();
        }
        words.sort();
        return words;
    };
    QCOMPARE(shown(), QStringList({u"Cancel the delivery"_s, u"Retry"_s, u"Send"_s}));
    auto* more = bar.findChild<MoreButton*>();
    QVERIFY(!more->isVisible());
    bar.resize(260, bar.height());
    QTRY_VERIFY(!shown().contains(u"Cancel the delivery"_s));
    QVERIFY(shown().contains(u"Send"_s));
    QVERIFY(more->isVisible());
    emit more->menu()->aboutToShow();
    QVERIFY(more->menu()->actions().contains(&cancel));
    retry.setEnabled(false);
    QVERIFY(!bar.findChildren<ActionButton*>().first()->isEnabled());
}

void KitTest::cutTextIsWholeOnHover()
{
    ElidedLabel label(u"https://example.org/<b>a</b>/very/long/address"_s, Face::Body);
    label.resize(80, 20);
    label.show();
    QVERIFY(label.isCut());
    QVERIFY(toolTipOf(label).contains(u"&lt;b&gt;a&lt;/b&gt;/very/long"));
    label.resize(900, 20);
    QTRY_VERIFY(!label.isCut()); // the window manager has its say
    QTRY_COMPARE(toolTipOf(label), QString());
    QComboBox box;
    box.addItem(u"A schedule with a name that is far too long for it"_s);
    box.resize(80, 28);
    box.show();
    QVERIFY(toolTipOf(box).contains(u"far too long"));
}

void KitTest::aLineOfTwoPartsBreaksWhereTheFirstHasNoRoom()
{
    auto* address = new ElidedLabel(u"http://127.0.0.1:40111"_s, Face::Code);
    auto* buttons = new QPushButton(u"Reply rules"_s);
    TwoPartLine line(address, buttons);
    line.resize(700, 40);
    QVERIFY(showActive(line));
    QVERIFY(!line.isBroken() && !address->isCut());
    QCOMPARE(address->y() + address->height() / 2, buttons->y() + buttons->height() / 2);
    const int whole = address->sizeHint().width();
    line.resize(whole + 30, 80);
    QTRY_VERIFY(line.isBroken());
    QTRY_VERIFY(buttons->y() >= address->y() + address->height());
    QVERIFY(!address->isCut());
    QVERIFY(line.minimumSizeHint().width() < whole + buttons->width());
    line.resize(700, 40);
    QTRY_VERIFY(!line.isBroken());
}

void KitTest::figuresStandInColumns()
{
    QImage image(100, 20, QImage::Format_RGB32);
    const auto columnsOf = [&image](const QString& text) {
        image.fill(Qt::white);
        QPainter painter(&image);
        paintFigures(painter, image.rect(), text);
        int first = image.width();
        for (int x = image.width() - 1; x >= 0; --x) {
            for (int y = 0; y < image.height(); ++y)
                first = image.pixelColor(x, y) != Qt::white ? x : first;
        }
        return first;
    };
    QVERIFY(std::abs(columnsOf(u"111"_s) - columnsOf(u"000"_s)) <= 4);
}

void KitTest::aSwitchInAListIsClicked()
{
    QStandardItemModel model(1, 1);
    auto* item = new QStandardItem;
    item->setCheckable(true);
    model.setItem(0, 0, item);
    QTableView view;
    view.setModel(&model);
    view.setItemDelegate(new CellDelegate({.isSwitch = true}, &view));
    QVERIFY(showActive(view));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model.index(0, 0)).center());
    QCOMPARE(item->checkState(), Qt::Checked);
    view.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(item->checkState(), Qt::Unchecked);
}

void KitTest::zonesAreFoundByTyping()
{
    ZoneField field(QDateTime(QDate(2026, 11, 30), QTime(8, 0), Qt::UTC));
    field.setZone("Europe/Berlin");
    QCOMPARE(field.currentText(), u"Europe/Berlin (+01:00)"_s);
    QVERIFY(showActive(field));
    QSignalSpy chosen(&field, &ZoneField::zoneChosen);
    field.setFocus();
    QTRY_VERIFY(field.count() > 100);
    field.lineEdit()->selectAll();
    QTest::keyClicks(field.lineEdit(), u"America/New_York"_s);
    QTest::keyClick(field.lineEdit(), Qt::Key_Escape);
    QTest::keyClick(field.lineEdit(), Qt::Key_Return);
    QCOMPARE(field.zone(), QByteArray("America/New_York"));
    QCOMPARE(chosen.size(), 1);
    field.lineEdit()->selectAll();
    QTest::keyClicks(field.lineEdit(), u"Nowhere"_s);
    QTest::keyClick(field.lineEdit(), Qt::Key_Return);
    QCOMPARE(field.zone(), QByteArray("America/New_York"));
    QCOMPARE(field.currentText(), u"America/New_York (−05:00)"_s);
}

void KitTest::aDateMayBeLeftOut()
{
    DateField field(QDate(2026, 11, 30));
    field.setOptional(u"Any day"_s);
    QVERIFY(showActive(field));
    QCOMPARE(field.value(), QDate(2026, 11, 30));
    QTest::keyClick(&field, Qt::Key_Delete);
    QVERIFY(!field.value().isValid());
    QCOMPARE(field.text(), u"Any day"_s);
    field.setValue(QDate(2027, 1, 2));
    QCOMPARE(field.value(), QDate(2027, 1, 2));
}

void KitTest::aColourIsChosenFromThePalette()
{
    ColourField field({{u"Blue"_s, QColor(Qt::blue)}, {u"Red"_s, QColor(Qt::red)}});
    QVERIFY(showActive(field));
    QSignalSpy chosen(&field, &ColourField::chosen);
    QTest::keyClick(&field, Qt::Key_Space);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_Space);
    QCOMPARE(field.colour(), QColor(Qt::red));
    QCOMPARE(field.text(), u"Red"_s);
    QCOMPARE(chosen.size(), 1);
}

void KitTest::jsonIsPrettyAndRawIsExact()
{
    JsonView view;
    view.resize(400, 300);
    const QByteArray bytes = "{\"b\":1.0,\"a\":[],\"b\":9007199254740993}\r\n";
    view.setBytes(bytes);
    QCOMPARE(view.shownText(), u"{\n  \"b\": 1.0,\n  \"a\": [],\n  \"b\": 9007199254740993\n}"_s);
    view.setRaw(true);
    QCOMPARE(view.shownText(), u"{\"b\":1.0,\"a\":[],\"b\":9007199254740993}\\r\n"_s);
    view.setRaw(false);
    view.setBytes("{\"a\": }");
    QVERIFY(view.findChild<InlineMessage*>()->text().startsWith(u"Not valid JSON: line 1, column 7"));
    QCOMPARE(view.shownText(), u"{\"a\": }"_s);
}

void KitTest::whatIsTooLargeOrTooDeepIsPlain_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("large") << '"' + QByteArray(JsonView::mostBytes, 'a') + '"' << u"larger than 5.0 MB"_s;
    QTest::newRow("deep") << QByteArray(2001, '[') + QByteArray(2001, ']') << u"deeper than 2,000 levels"_s;
    QByteArray wide = QByteArray(1500, '[');
    for (int i = 0; i < 20'000; ++i)
        wide += "1,";
    QTest::newRow("would grow") << wide + '1' + QByteArray(1500, ']') << u"indented"_s;
}

void KitTest::whatIsTooLargeOrTooDeepIsPlain()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    JsonView view;
    view.resize(400, 300);
    QVERIFY(showActive(view));
    QSignalSpy shown(&view, &JsonView::shown);
    view.setBytes(bytes);
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY2(view.findChild<InlineMessage*>()->text().contains(why),
             qPrintable(view.findChild<InlineMessage*>()->text()));
    QVERIFY(view.shownText().size() <= 1'100'000);
}

void KitTest::bytesBecomeVisible()
{
    QCOMPARE(visibleBytes(QByteArray("a\0b\tc\n", 6)), u"a\\u0000b\tc\n"_s);
    QCOMPARE(visibleBytes("\xc3\xa4\xff\xc3"), u"ä\\xff\\xc3"_s);
    QString line = u"abcdef\ngh"_s;
    QVERIFY(breakLongLines(line, 4));
    QCOMPARE(line, u"abcd\nef\ngh"_s);
    QVERIFY(!breakLongLines(line, 4));
}

void KitTest::aCellsEditorHidesTheCell()
{
    QTableWidget table(2, 1);
    table.setItem(0, 0, new QTableWidgetItem(u"WWWWWWWWWWWW"_s));
    table.setItem(1, 0, new QTableWidgetItem(QString()));
    table.setColumnWidth(0, 200);
    QVERIFY(showActive(table));
    const auto edited = [&table](int row) {
        table.setCurrentCell(row, 0);
        table.editItem(table.item(row, 0));
        auto* editor = table.viewport()->findChild<QLineEdit*>();
        editor->setText(u"x"_s);
        editor->deselect();
        editor->setReadOnly(true); // no cursor that blinks
        const QImage image = table.viewport()->grab(editor->geometry()).toImage();
        table.closePersistentEditor(table.item(row, 0));
        delete editor;
        return image;
    };
    QCOMPARE(edited(0), edited(1));
}

QTEST_MAIN(KitTest)
#include "kit_test.moc"
