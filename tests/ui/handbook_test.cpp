// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/handbook.h"
#include "ui/shell/handbook_window.h"
#include "ui/shell/window_menus.h"
#include "ui/shell/window_palette.h"
#include "ui/widgets/safe_html_view.h"

#include <QAction>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTreeWidget>

#include <sys/stat.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// Every link or picture of a chapter, as it is written.
QStringList targetsIn(const QString& markdown)
{
    static const QRegularExpression link(u"\\]\\(([^)]*)\\)"_s);
    QStringList targets;
    for (auto match = link.globalMatch(markdown); match.hasNext();)
        targets << match.next().captured(1);
    return targets;
}

const HandbookChapter* chapterOf(const QList<HandbookChapter>& chapters, const QString& key)
{
    const auto found = std::ranges::find(chapters, key, &HandbookChapter::key);
    return found == chapters.end() ? nullptr : &*found;
}

/// A handbook by itself, and its parts.
struct BookFixture
{
    Theme theme{false};
    HandbookWindow book{handbookChapters()};
    SafeHtmlView& text = *book.findChild<SafeHtmlView*>();
    QTreeWidget& contents = *book.findChild<QTreeWidget*>();

    BookFixture()
    {
        theme.choose(ThemeChoice::Light);
        QVERIFY(showActive(book));
    }
    void follow(const QString& link) { emit text.anchorClicked(QUrl(link)); }
};

} // namespace

class HandbookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChapterIsThere();
    void everyLinkLeadsToAPlaceOfTheHandbook();
    void picturesAreFewAndSmall();
    void nothingIsLoadedFromOutside();
    void linksAreFollowedInsideAloneAndBackLeadsBack();
    void contentsLeadToHeadings();
    void findGoesThroughAllChapters();
    void escapeClosesTheLineThenTheBook();
    void aThemeIsFollowedWhereOneIs();
    void f1OpensTheChapterOfThePage();
    void ctrlKFindsChapters();
    void everyShortcutOfTheWindowIsListed();
    void sizeIsRemembered();
};

void HandbookTest::everyChapterIsThere()
{
    const QList<HandbookChapter> chapters = handbookChapters();
    QSet<QString> titles;
    for (const HandbookChapter& chapter : chapters) {
        QVERIFY2(chapter.text.startsWith(u"# "_s) && chapter.text.size() > 500, qPrintable(chapter.key));
        QVERIFY2(!titles.contains(chapter.title), qPrintable(chapter.title));
        titles << chapter.title;
        const QStringList headings = handbookHeadings(chapter.text);
        QCOMPARE(QSet<QString>(headings.cbegin(), headings.cend()).size(), headings.size());
    }
    QCOMPARE(QDir(handbookPictures()).entryList({u"*.md"_s}).size(), chapters.size());
}

void HandbookTest::everyLinkLeadsToAPlaceOfTheHandbook()
{
    const QList<HandbookChapter> chapters = handbookChapters();
    for (const HandbookChapter& chapter : chapters) {
        for (const QString& target : targetsIn(chapter.text)) {
            const QString where = chapter.key + u": "_s + target;
            if (target.endsWith(u".png"_s)) {
                QVERIFY2(QFileInfo::exists(handbookPictures() + u'/' + target), qPrintable(where));
                continue;
            }
            const QString key = target.section(u'#', 0, 0), anchor = target.section(u'#', 1);
            const HandbookChapter* other = key.isEmpty() ? &chapter : chapterOf(chapters, key);
            QVERIFY2(other, qPrintable(where));
            QStringList anchors{QString()};
            for (const QString& heading : handbookHeadings(other->text))
                anchors << handbookAnchor(heading);
            QVERIFY2(anchors.contains(anchor), qPrintable(where));
        }
    }
}

void HandbookTest::picturesAreFewAndSmall()
{
    const QFileInfoList pictures = QDir(handbookPictures()).entryInfoList({u"*.png"_s});
    QVERIFY(pictures.size() <= 6);
    for (const QFileInfo& picture : pictures)
        QVERIFY2(picture.size() <= 120 * 1024, qPrintable(picture.fileName()));
}

/// qt-facts: a FIFO named by an image hangs other views for ever.
void HandbookTest::nothingIsLoadedFromOutside()
{
    QTemporaryDir folder;
    const QString fifo = folder.filePath(u"pipe.png"_s);
    QCOMPARE(mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    SafeHtmlView view;
    view.setPictures(folder.path());
    view.showMarkdown(u"![a](pipe.png) ![b](%1) ![c](file://%1) <img src='%1'>"_s.arg(fifo));
    view.resize(200, 200);
    QVERIFY(!view.grab().isNull());
    QVERIFY(view.toPlainText().contains(u"<img"_s));
    view.setPictures(handbookPictures());
    for (const QString& name :
         {u"../icons/edit-find.svg"_s, u"qrc:/x.png"_s, u"http://127.0.0.1/a.png"_s, fifo}) {
        const auto image = view.loadResource(QTextDocument::ImageResource, QUrl(name)).value<QImage>();
        QVERIFY2(image.size() == QSize(1, 1), qPrintable(name));
    }
    QVERIFY(!view.openLinks() && !view.openExternalLinks());
}

void HandbookTest::linksAreFollowedInsideAloneAndBackLeadsBack()
{
    BookFixture f;
    f.follow(u"filters#times"_s);
    QCOMPARE(f.book.currentKey(), u"filters"_s);
    QCOMPARE(f.text.textCursor().block().text(), u"Times"_s);
    for (const QString& outside :
         {u"https://example.org/filters"_s, u"file:///etc/passwd"_s, u"//example.org"_s, u"../first-steps"_s,
          u"first-steps?x=1"_s, u"mailto:a@example.org"_s, u"nowhere"_s}) {
        f.follow(outside);
        QCOMPARE(f.book.currentKey(), u"filters"_s);
    }
    QTest::keyClick(&f.text, Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(f.book.currentKey(), u"first-steps"_s);
}

void HandbookTest::contentsLeadToHeadings()
{
    BookFixture f;
    f.contents.setFocus();
    QTest::keyClick(&f.contents, Qt::Key_Down);
    QTest::keyClick(&f.contents, Qt::Key_Right);
    QTest::keyClick(&f.contents, Qt::Key_Down);
    QVERIFY(f.contents.currentItem());
    const QString heading = f.contents.currentItem()->text(0);
    QCOMPARE(f.text.textCursor().block().text(), heading);
    QVERIFY(!f.contents.accessibleName().isEmpty() && !f.text.accessibleName().isEmpty());
    f.book.go(u"qa"_s);
    QCOMPARE(f.contents.currentItem()->text(0), u"For QA"_s);
}

void HandbookTest::findGoesThroughAllChapters()
{
    BookFixture f;
    QTest::keyClick(&f.text, Qt::Key_F, Qt::ControlModifier);
    auto* field = f.book.findChild<QLineEdit*>(u"findInside"_s);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"probability"_s);
    QTRY_COMPARE(f.book.currentKey(), u"reply-rules"_s);
    QCOMPARE(f.text.textCursor().selectedText(), u"probability"_s);
    QVERIFY(f.text.extraSelections().size() > 1);
    const int first = f.text.textCursor().position();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(f.text.textCursor().position() > first);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(f.text.textCursor().position(), first);
    field->selectAll();
    QTest::keyClicks(field, u"no such words at all"_s);
    QCOMPARE(f.book.currentKey(), u"first-steps"_s);
    field->selectAll();
    QTest::keyClicks(field, u"probability"_s);
    QCOMPARE(f.book.currentKey(), u"reply-rules"_s);
    field->selectAll();
    QTest::keyClicks(field,
                     u"edit it with edit before sending"_s); // marks and the end of a line are in between
    QCOMPARE(f.book.currentKey(), u"simulate"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(!field->isVisible() && f.text.hasFocus());
    QTest::keyClick(&f.text, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(f.book.currentKey(), u"first-steps"_s);
}

void HandbookTest::escapeClosesTheLineThenTheBook()
{
    BookFixture f;
    for (QWidget* from : {static_cast<QWidget*>(&f.text), static_cast<QWidget*>(&f.contents)}) {
        QVERIFY(showActive(f.book));
        from->setFocus();
        QTest::keyClick(from, Qt::Key_F, Qt::ControlModifier);
        auto* field = f.book.findChild<QLineEdit*>(u"findInside"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(from->hasFocus() && f.book.isVisible());
        QTest::keyClick(from, Qt::Key_Escape);
        QVERIFY(!f.book.isVisible());
    }
}

void HandbookTest::aThemeIsFollowedWhereOneIs()
{
    BookFixture f;
    f.book.go(u"qa"_s);
    f.text.verticalScrollBar()->setValue(f.text.verticalScrollBar()->maximum() / 2);
    const int before = f.text.verticalScrollBar()->value();
    const auto linkColour = [&f] {
        for (QTextBlock block = f.text.document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().isAnchor())
                    return it.fragment().charFormat().foreground().color();
            }
        }
        return QColor();
    };
    QCOMPARE(linkColour(), colour(Colour::Accent, lightPalette()));
    f.theme.choose(ThemeChoice::Dark);
    QTRY_COMPARE(linkColour(), colour(Colour::Accent, darkPalette()));
    QTRY_VERIFY(qAbs(f.text.verticalScrollBar()->value() - before) < 20);
    f.theme.choose(ThemeChoice::Light);
}

void HandbookTest::f1OpensTheChapterOfThePage()
{
    Theme theme(false);
    GuiSession session(theme);
    QVERIFY(session.works() && session.start());
    session.openWindow();
    for (const QString& page : {u"webhooks"_s, u"captures"_s}) {
        session.window().go(page);
        QVERIFY(showActive(session.window()));
        QTest::keyClick(&session.window(), Qt::Key_F1);
        QTRY_VERIFY(session.window().findChild<HandbookWindow*>());
        auto* book = session.window().findChild<HandbookWindow*>();
        QTRY_VERIFY(book->isVisible());
        QCOMPARE(book->currentKey(), page);
        QVERIFY(!book->isModal());
    }
    session.window().close();
    QVERIFY(!session.window().findChild<HandbookWindow*>()->isVisible());
}

void HandbookTest::ctrlKFindsChapters()
{
    Theme theme(false);
    GuiSession session(theme);
    QVERIFY(session.works() && session.start());
    session.openWindow();
    session.window().go(u"reports"_s);
    QVERIFY(showActive(session.window()));
    session.window().windowPalette().open();
    auto* palette = session.window().findChild<CommandPalette*>();
    QTest::keyClicks(palette->findChild<QLineEdit*>(), u"handbook reply rules"_s);
    QTRY_COMPARE(palette->findChild<QListView*>()->model()->rowCount(), 1);
    QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_VERIFY(session.window().findChild<HandbookWindow*>());
    QCOMPARE(session.window().findChild<HandbookWindow*>()->currentKey(), u"reply-rules"_s);
}

void HandbookTest::everyShortcutOfTheWindowIsListed()
{
    Theme theme(false);
    GuiSession session(theme);
    QVERIFY(session.works() && session.start());
    session.openWindow();
    session.window().go(u"reports"_s);
    emit session.window().menus().shortcutsWanted();
    auto* book = session.window().findChild<HandbookWindow*>();
    auto* text = book->findChild<SafeHtmlView*>();
    QTRY_VERIFY(text->toPlainText().contains(u"Edit and replay…"_s));
    const QString listed = text->toPlainText();
    QVERIFY(!listed.contains(u"[tables]"_s));
    QSet<QString> keys;
    for (const QAction* action : session.window().findChildren<QAction*>()) {
        const bool ofTheBook =
            action->parent() == book || book->isAncestorOf(qobject_cast<QWidget*>(action->parent()));
        for (const QKeySequence& sequence : ofTheBook ? QList<QKeySequence>() : action->shortcuts()) {
            const QString words = sequence.toString(QKeySequence::NativeText);
            QVERIFY2(listed.contains(words), qPrintable(words + u" "_s + action->text()));
            keys << words;
        }
    }
    QVERIFY(keys.size() > 25);
    for (const QShortcut* shortcut : session.window().findChildren<QShortcut*>())
        QVERIFY2(listed.contains(shortcut->key().toString(QKeySequence::NativeText)),
                 qPrintable(shortcut->key().toString()));
}

void HandbookTest::sizeIsRemembered()
{
    Theme theme(false);
    GuiSession session(theme);
    QVERIFY(session.works() && session.start());
    session.openWindow();
    session.window().go(u"reports"_s);
    QVERIFY(showActive(session.window()));
    emit session.window().menus().handbookWanted();
    auto* book = session.window().findChild<HandbookWindow*>();
    QVERIFY(showActive(*book));
    book->resize(700, 500);
    QTRY_COMPARE(book->size(), QSize(700, 500));
    session.window().close();
    session.openWindow();
    session.window().go(u"reports"_s);
    QVERIFY(showActive(session.window()));
    emit session.window().menus().handbookWanted();
    QTRY_COMPARE(session.window().findChild<HandbookWindow*>()->size(), QSize(700, 500));
}

QTEST_MAIN(HandbookTest)
#include "handbook_test.moc"
