// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_window.h"
#include "ui/shell/appearance.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/file_menu.h"
#include "ui/shell/main_window.h"
#include "ui/shell/side_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_menus.h"
#include "ui/shell/window_palette.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/page_bar.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHash>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A page that notes what it is asked for.
class NotingPage final : public PageWidget
{
public:
    explicit NotingPage(QWidget* parent)
        : PageWidget(parent)
        , splitter(new QSplitter(this))
        , action(new QAction(u"Shake"_s, this))
    {
        auto* column = new QVBoxLayout(this);
        column->addWidget(splitter);
        splitter->setObjectName(u"halves"_s);
        splitter->addWidget(new QLineEdit);
        splitter->addWidget(new QLineEdit);
        action->setProperty("menu", u"run"_s);
        connect(action, &QAction::triggered, this, [this] { log << u"shake"_s; });
    }
    void go(const PagePlace& place) override { log << u"go "_s + place.id; }
    QList<QAction*> pageActions() const override { return {action}; }
    PageBarContent barContent() override
    {
        PageBarContent content;
        content.primary = action;
        return content;
    }
    void focusFilter() override { log << u"filter"_s; }
    void startNew() override { log << u"new"_s; }
    void commit() override { log << u"commit"_s; }

    QSplitter* splitter;
    QAction* action;
    QStringList log;
};

struct Fixture
{
    QHash<QString, QVariant> stored;
    Theme theme{false};
    int made = 0;
    std::unique_ptr<MainWindow> window;

    Fixture()
    {
        theme.choose(ThemeChoice::Light);
        open();
    }
    void open()
    {
        QList<Page> pages;
        for (const QString& key :
             {u"reports"_s, u"webhooks"_s, u"simulate"_s, u"deliveries"_s, u"captures"_s})
            pages.append({key, key, u"edit-find"_s, [this](QWidget* parent) -> PageWidget* {
                              ++made;
                              return new NotingPage(parent);
                          }});
        window = std::make_unique<MainWindow>(
            pages, theme,
            WindowMemory{[this](const QString& key) { return stored.value(key); },
                         [this](const QString& key, const QVariant& value) { stored[key] = value; }});
    }
    void show(const QString& page = u"reports"_s)
    {
        window->go(page);
        QVERIFY(showActive(*window));
    }
    NotingPage& page() { return static_cast<NotingPage&>(*window->currentPage()); }
};

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreMadeWhenFirstShownAndKeysReachThem();
    void pageActionsStandInTheMenusOfTheShownPage();
    void ctrlKFindsPagesActionsAndWhatIsAdded();
    void theStatusLineSaysAndAsks();
    void theWindowRemembersItsSizeAndItsParts();
    void rankingPrefersTitlesThatStartSo();
    void theThemeIsFoundAndRemembered();
    void countsStandBesideThePages();
    void aPageFillsItsBar();
    void recentWorkspacesAreOfferedOnce();
};

void WindowTest::pagesAreMadeWhenFirstShownAndKeysReachThem()
{
    Fixture f;
    f.show();
    QCOMPARE(f.made, 1);
    QTest::keyClick(f.window.get(), Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(f.window->currentKey(), u"deliveries"_s);
    QCOMPARE(f.made, 2);
    QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(f.window.get(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(f.page().log, QStringList({u"filter"_s, u"new"_s}));
    QTest::keyClick(f.window.get(), Qt::Key_1, Qt::AltModifier);
    QCOMPARE(f.made, 2);
    QCOMPARE(f.page().log, QStringList({u"commit"_s}));
    emit f.page().wanted(u"captures"_s, {u"c5"_s});
    QCOMPARE(f.window->currentKey(), u"captures"_s);
    QCOMPARE(f.page().log, QStringList({u"go c5"_s}));
}

void WindowTest::pageActionsStandInTheMenusOfTheShownPage()
{
    Fixture f;
    f.show();
    QAction* first = f.page().action;
    QVERIFY(f.window->menus().allActions().contains(first));
    f.window->go(u"captures"_s);
    QVERIFY(!f.window->menus().allActions().contains(first));
    QVERIFY(f.window->menus().allActions().contains(f.page().action));
}

void WindowTest::ctrlKFindsPagesActionsAndWhatIsAdded()
{
    Fixture f;
    f.show();
    QSignalSpy queried(&f.window->windowPalette(), &WindowPalette::queried);
    QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = f.window->findChild<CommandPalette*>();
    QVERIFY(palette && palette->isVisible());
    auto* field = palette->findChild<QLineEdit*>();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"shake"_s);
    QVERIFY(queried.size() > 1);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(f.page().log, QStringList({u"shake"_s}));

    QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
    bool ran = false;
    f.window->windowPalette().add({{u"d12 report.failed"_s, u"OneDrive"_s, {}, [&ran] { ran = true; }}});
    QTest::keyClicks(field, u"onedrive d12"_s);
    QCOMPARE(palette->findChild<QListView*>()->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(ran);
    QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);

    // Nothing is found: one row says so, and Return waits for what may still come.
    f.window->windowPalette().setSearching(true);
    QTest::keyClicks(field, u"no such thing"_s);
    auto* list = palette->findChild<QListView*>();
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Searching…"_s);
    f.window->windowPalette().setSearching(false);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Nothing found for “no such thing”"_s);
    QVERIFY(!(list->model()->index(0, 0).flags() & Qt::ItemIsSelectable));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QVERIFY(palette->isVisible());
    ran = false;
    palette->setFinds(u"captures"_s, {{u"c7 POST /no"_s, {}, {}, [&ran] { ran = true; }}});
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(list->currentIndex().isValid());
    QTest::keyClicks(field, u" at all"_s); // what was found for less is not what is meant now
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!ran && palette->isVisible());
    palette->setFinds(u"captures"_s, {{u"c7 POST /no"_s, {}, {}, [&ran] { ran = true; }}});
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(ran && !palette->isVisible());
    QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void WindowTest::theStatusLineSaysAndAsks()
{
    StatusLine line;
    line.show();
    line.setListener({true, u"http://127.0.0.1:8717"_s, {}});
    auto* listener = line.findChild<QToolButton*>(u"listenerSwitch"_s);
    QCOMPARE(listener->text(), u"http://127.0.0.1:8717"_s);
    QSignalSpy toggled(&line, &StatusLine::listenerToggled);
    QTest::mouseClick(listener, Qt::LeftButton);
    QCOMPARE(toggled, QList<QVariantList>({{false}}));
    QVERIFY2(listener->isChecked(), "it is off when the listener says so, not when one clicks");
    line.setPending({3, Micros(12s)});
    const auto texts = line.findChildren<QToolButton*>();
    QVERIFY(std::ranges::any_of(texts,
                                [](auto* button) { return button->text() == u"3 waiting, next in 0:12"_s; }));
    auto* speed = line.findChild<QComboBox*>(u"clockSpeed"_s);
    line.setClock(60, {});
    QCOMPARE(speed->currentText(), u"×60"_s);
    QSignalSpy paused(&line, &StatusLine::pauseToggled);
    QTest::mouseClick(line.findChild<QToolButton*>(u"clockPause"_s), Qt::LeftButton);
    QCOMPARE(paused, QList<QVariantList>({{true}}));
}

void WindowTest::theWindowRemembersItsSizeAndItsParts()
{
    Fixture f;
    f.show();
    f.window->resize(1000, 700);
    QTRY_COMPARE(f.window->size(), QSize(1000, 700));
    f.page().splitter->setSizes({200, 700});
    const QList<int> sizes = f.page().splitter->sizes();
    f.window->close();
    f.open();
    f.show();
    QTRY_COMPARE(f.window->size(), QSize(1000, 700));
    QTRY_COMPARE(f.page().splitter->sizes(), sizes);
}

void WindowTest::rankingPrefersTitlesThatStartSo()
{
    const PaletteEntry entry{u"Jump to the next"_s, u"Ctrl+J"_s, {}, {}};
    QCOMPARE(paletteRank(entry, u"jump"_s), 3);
    QCOMPARE(paletteRank(entry, u"next"_s), 2);
    QCOMPARE(paletteRank(entry, u"ctrl"_s), 1);
    QCOMPARE(paletteRank(entry, u"jump sky"_s), 0);
}

void WindowTest::theThemeIsFoundAndRemembered()
{
    Fixture f;
    f.show();
    QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* field = f.window->findChild<CommandPalette*>()->findChild<QLineEdit*>();
    QTest::keyClicks(field, u"theme dark"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(f.theme.dark());
    QCOMPARE(f.stored[u"window/theme"_s].toString(), u"dark"_s);
    f.window->appearance().setCompactRows(true);
    f.open();
    QVERIFY(f.window->appearance().compactRows());
    f.window->appearance().setCompactRows(false);
    f.window->appearance().chooseTheme(ThemeChoice::Light);
}

void WindowTest::countsStandBesideThePages()
{
    Fixture f;
    f.window->setPageCount(u"captures"_s, 1'048'576);
    const auto entries = f.window->findChild<SideBar*>()->findChildren<QAbstractButton*>();
    QCOMPARE(entries.size(), 5);
    QCOMPARE(entries[4]->accessibleDescription(), QLocale().toString(1'048'576));
    f.window->setPageCount(u"captures"_s, std::nullopt);
    QCOMPARE(entries[4]->accessibleDescription(), QString());
}

void WindowTest::aPageFillsItsBar()
{
    Fixture f;
    f.show();
    auto* bar = f.window->findChild<PageBar*>();
    auto* shake = bar->findChild<ActionButton*>();
    QVERIFY(shake && shake->isVisible());
    QTest::mouseClick(shake, Qt::LeftButton);
    QCOMPARE(f.page().log, QStringList({u"shake"_s}));
    emit f.page().titleChanged(u"Weekly figures"_s);
    QCOMPARE(bar->findChild<ElidedLabel*>()->text(), u"Weekly figures"_s);
}

void WindowTest::recentWorkspacesAreOfferedOnce()
{
    QStringList recent;
    for (int i = 0; i < 12; ++i)
        recent = FileMenu::withOpened(recent, u"/w/%1.hookworks"_s.arg(i));
    recent = FileMenu::withOpened(recent, u"/w/9.hookworks"_s);
    QCOMPARE(recent.size(), 8);
    QCOMPARE(recent.first(), u"/w/9.hookworks"_s);
    QCOMPARE(recent.count(u"/w/9.hookworks"_s), 1);

    Fixture f;
    FileMenu& file = f.window->menus().file();
    file.setPlace(recent.first());
    file.setRecent(recent);
    QSignalSpy wanted(&file, &FileMenu::recentWanted);
    for (QAction* action : f.window->menus().allActions()) {
        if (action->text() == u"/w/11.hookworks"_s)
            action->trigger();
        QVERIFY2(action->text() != recent.first(), "the open one is not offered");
    }
    QCOMPARE(wanted, QList<QVariantList>({{u"/w/11.hookworks"_s}}));
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
