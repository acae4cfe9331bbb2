// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "support/scaled_font.h"
#include "ui/captures/captures_page.h"
#include "ui/widgets/elided_edits.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/page_bar.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tab_ring.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/turning_splitter.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What gives way where there is little room, and that nothing one needs is lost with it.
class NarrowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_theme.choose(ThemeChoice::Light); }
    void twoPartsTurn();
    void labelsGoAboveTheirFields();
    void aTextInAFieldIsCutInItsMiddle();
    void aNoteIsWholeOrGone();
    void anEmptyPageKeepsItsWords();
    void wrappedLinesHaveTheLeadingOfTheirFace();
    void nothingIsScrolledToSidewaysInLargeLetters();

private:
    Theme m_theme{false};
};

void NarrowTest::twoPartsTurn()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    auto* splitter = new TurningSplitter(600, {300, 500}, {100, 200});
    for (int i = 0; i < 2; ++i)
        splitter->addWidget(new QWidget);
    splitter->widget(1)->setMinimumWidth(350);
    splitter->setSizes({300, 500});
    column->addWidget(splitter);
    window.resize(scaled(800), scaled(400));
    window.show();
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
    QVERIFY(window.minimumSizeHint().width() < 400); // it can become narrow at all
    splitter->setSizes({200, splitter->width() - 200});
    const QList<int> beside = splitter->sizes();
    const QByteArray remembered = splitter->saveState();
    window.resize(scaled(500), scaled(400));
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    QVERIFY(splitter->sizes()[0] < splitter->sizes()[1] && splitter->sizes()[0] > 0);
    window.hide();
    splitter->restoreState(remembered); // from a wide window
    window.show();
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    window.resize(scaled(800), scaled(400));
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    QVERIFY(std::abs(splitter->sizes()[0] - beside[0]) <= 2);
}

void NarrowTest::labelsGoAboveTheirFields()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* form = new Form;
    auto* first = new QLineEdit;
    auto* second = new QLineEdit;
    auto* across = new QPushButton(u"Across"_s);
    form->addRow(u"First"_s, first);
    form->addWide(across);
    form->addRow(u"Second"_s, second, u"Help for the second"_s);
    for (QLineEdit* field : {first, second})
        field->setMinimumWidth(scaled(200));
    column->addWidget(form);
    column->addStretch();
    const auto labelOf = [form](const QString& words) {
        for (auto* label : form->findChildren<QLabel*>()) {
            if (label->text() == words)
                return label->geometry();
        }
        return QRect();
    };
    const auto place = [form](const QWidget* field) {
        return QRect(field->mapTo(form, QPoint()), field->size());
    };
    for (const bool narrow : {false, true, false}) {
        window.resize(scaled(narrow ? 230 : 400), scaled(400));
        window.show();
        QTRY_COMPARE(place(second).left() == 0, narrow);
        QTRY_COMPARE(labelOf(u"Second"_s).bottom() < place(second).top(), narrow);
        QVERIFY(place(first).bottom() < place(across).top() && place(across).bottom() < place(second).top());
        QCOMPARE(tabStops(window), (QList<QWidget*>{first, across, second}));
    }
}

void NarrowTest::aTextInAFieldIsCutInItsMiddle()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* other = new QLineEdit;
    auto* field = new QLineEdit;
    column->addWidget(other);
    column->addWidget(field);
    window.resize(220, 100);
    QVERIFY(showActive(window));
    other->setFocus();
    const QString long1 = u"0123456789-0123456789-0123456789-0123456789-end"_s, long2 = long1 + u"ing"_s;
    const auto shown = [field](const QString& text, int cursor) {
        field->setText(text);
        field->setCursorPosition(cursor);
        return field->grab().toImage();
    };
    const QImage start = shown(long1, 0);
    QVERIFY(isCut(*field));
    QVERIFY2(start != shown(long2, 0), "its end is seen");
    QCOMPARE(start, shown(long1, static_cast<int>(long1.size()))); // wherever the cursor was left
    field->setFocus();
    QVERIFY2(shown(long1, 0) == shown(long2, 0), "while one types, it is an ordinary field");
    other->setFocus();
    shown(u"short"_s, 0);
    QVERIFY(!isCut(*field));
    field->setEchoMode(QLineEdit::Password); // dots are dots
    QVERIFY(shown(long1, 0) == shown(QString(long1).replace(u'0', u'9'), 0));
}

void NarrowTest::aNoteIsWholeOrGone()
{
    PageBar bar(u"Simulate"_s);
    QAction primary(u"Send"_s);
    bar.setPrimary(&primary);
    const QString note = u"1 event, 14 requests to 3 webhooks"_s;
    bar.setNote(note);
    bar.resize(700, bar.height());
    bar.show();
    QLabel* label = nullptr;
    for (auto* one : bar.findChildren<QLabel*>()) {
        if (one->text() == note)
            label = one;
    }
    QVERIFY(label);
    for (int width = 700; width > 150; width -= 10) {
        bar.resize(width, bar.height());
        QCoreApplication::sendPostedEvents();
        QVERIFY(label->isHidden() || label->width() >= label->sizeHint().width());
    }
    QVERIFY(label->isHidden());
    bar.resize(700, bar.height());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!label->isHidden());
}

/// The icon goes before a word is cut.
void NarrowTest::anEmptyPageKeepsItsWords()
{
    QWidget window; // not laid out: it may be as low as it likes
    EmptyPage page(u"mail-receive"_s,
                   u"Every request that reaches the listener is kept here, byte for byte."_s,
                   u"Simulate an event"_s, &window);
    window.resize(800, 600);
    window.show();
    page.setHeading(u"No captures yet"_s);
    const auto* icon = page.findChild<IconMark*>();
    for (const bool low : {false, true, false}) {
        page.resize(page.minimumSizeHint().width() + scaled(300),
                    page.minimumSizeHint().height() + (low ? 0 : scaled(60)));
        QTRY_COMPARE(icon->isHidden(), low);
        for (const auto* label : page.findChildren<QLabel*>()) {
            QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
            QVERIFY(page.rect().contains(label->geometry()));
        }
    }
}

/// One line is as high as its font; each further one adds the face's leading, also where it can be selected.
void NarrowTest::wrappedLinesHaveTheLeadingOfTheirFace()
{
    for (const Face face : {Face::Body, Face::Caption, Face::Code}) {
        for (const bool selects : {false, true}) {
            TextLabel label(u"one line"_s, face);
            if (selects)
                label.letSelect();
            constexpr int wide = 400;
            const int one = label.heightForWidth(wide);
            QVERIFY(std::abs(one - label.fontMetrics().height()) <= 2);
            label.setText(u"one line\nand another one\nand a third"_s);
            const int each = (label.heightForWidth(wide) - one) / 2;
            QVERIFY2(std::abs(each - std::max(lineHeight(face), label.fontMetrics().height())) <= 1,
                     qPrintable(u"%1 for %2"_s.arg(each).arg(lineHeight(face))));
            QVERIFY(label.sizeHint().height() >= one + 2 * each - 1);
        }
    }
}

/// A window of 1280×800, letters of 150 %: lists, forms and both sides of a report.
void NarrowTest::nothingIsScrolledToSidewaysInLargeLetters()
{
    const ScaledFont font(150);
    GuiSession session(m_theme);
    QVERIFY(session.makeSample() && session.start());
    session.openWindow();
    MainWindow& window = session.window();
    window.resize(1280, 800);
    window.go(u"reports"_s);
    QVERIFY(showActive(window));
    session.settle();
    QStringList scrolled;
    const auto look = [&](const QString& where) {
        session.settle();
        for (auto* area : window.currentPage()->window()->findChildren<QAbstractScrollArea*>()) {
            const bool isForm = qobject_cast<QScrollArea*>(area) || qobject_cast<QTableView*>(area);
            if (isForm && area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
                scrolled << u"%1: %2 %3 by %4"_s
                                .arg(where, QLatin1String(area->metaObject()->className()),
                                     area->objectName())
                                .arg(area->horizontalScrollBar()->maximum());
        }
    };
    for (const QString& page : {u"reports"_s, u"webhooks"_s, u"simulate"_s, u"deliveries"_s, u"captures"_s}) {
        window.go(page);
        look(page);
    }
    window.go(u"captures"_s, placeOfNewRule());
    look(u"reply rules"_s);
    QVERIFY(takePicture(window, u"narrow-rules"_s));
    const auto* report = window.findChild<QComboBox*>(u"simulateReport"_s);
    QVERIFY(report->width() > report->fontMetrics().averageCharWidth() * 12); // it can be told
    window.go(u"reports"_s);
    window.findChild<SegmentedControl*>(u"reportView"_s)->findChildren<QAbstractButton*>().last()->click();
    look(u"both sides"_s);
    QVERIFY2(scrolled.isEmpty(), qPrintable(scrolled.join(u"; "_s)));
}

QTEST_MAIN(NarrowTest)
#include "narrow_test.moc"
