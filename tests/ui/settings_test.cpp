// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_window.h"
#include "support/test_workbench.h"
#include "ui/pictures.h"
#include "ui/shell/appearance.h"
#include "ui/shell/key_field.h"
#include "ui/shell/key_question.h"
#include "ui/shell/settings_dialog.h"
#include "ui/widgets/text_label.h"
#include "workbench/session/destinations.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// The settings over a workspace of their own.
struct SettingsFixture
{
    TestWorkbench workbench;
    Theme theme{false};
    Appearance appearance{theme, WindowMemory{[](const QString&) { return QVariant(); },
                                              [](const QString&, const QVariant&) {}}};
    QWidget window;
    KeyRoom key{u"the key file /nowhere/key"_s, KeyRoom::Other::Keyring, u"/nowhere/key"_s, {}};
    QPointer<SettingsDialog> dialog;

    SettingsFixture()
    {
        theme.choose(ThemeChoice::Light);
        window.resize(1280, 800);
        open();
    }
    ~SettingsFixture() { delete dialog; }
    void open()
    {
        delete dialog;
        dialog = new SettingsDialog(appearance, *workbench, key, &window);
        QVERIFY(showActive(*dialog));
        QVERIFY(
            QTest::qWaitFor([&] { return !dialog->findChild<QLineEdit*>(u"settingsProxy"_s) || loaded(); }));
    }
    bool loaded() { return awaited(workbench->destinations().proxy()).has_value(); }
    QLineEdit& proxy() { return *dialog->findChild<QLineEdit*>(u"settingsProxy"_s); }
    void type(const QString& text)
    {
        proxy().setFocus();
        proxy().selectAll();
        QTest::keyClicks(&proxy(), text);
        QTest::keyClick(&proxy(), Qt::Key_Tab);
    }
    Proxy stored() { return *awaited(workbench->destinations().proxy()); }
    bool says(const QString& words) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
};

template <class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTypedProxyIsStoredAndItsPasswordNotShown();
    void whatIsNoProxyIsSaidBesideTheField();
    void theKeyMovesAndItsPlaceIsShown();
    void aKeyThatCannotBeMovedSaysWhy();
    void itOpensHigherThanTheMiddle();
    void aKeyThatIsNotThereIsAskedFor();
};

void SettingsTest::aTypedProxyIsStoredAndItsPasswordNotShown()
{
    SettingsFixture f;
    f.type(u"http://me:hush@proxy.example:3128"_s);
    QTRY_COMPARE(urlOf(f.stored()), u"http://me:hush@proxy.example:3128"_s);
    QTRY_COMPARE(f.proxy().text(), u"http://me@proxy.example:3128"_s);
    f.open();
    QTRY_COMPARE(f.proxy().text(), u"http://me@proxy.example:3128"_s);
    f.type(u"http://me@proxy.example:3128"_s); // typed again without its password: that stays
    f.type(u"http://me@proxy.example:3129"_s);
    QTRY_COMPARE(urlOf(f.stored()), u"http://me@proxy.example:3129"_s);
    f.proxy().clear();
    QTest::keyClick(&f.proxy(), Qt::Key_Return);
    QTRY_VERIFY(!f.stored());
    QVERIFY(f.dialog && f.dialog->isVisible());
}

void SettingsTest::theKeyMovesAndItsPlaceIsShown()
{
    SettingsFixture f;
    const KeyRoom before = f.key;
    const KeyRoom after{u"the system's keyring"_s, KeyRoom::Other::File, u"/nowhere/key"_s,
                        [before] { return ready<Result<KeyRoom>>(before); }};
    f.key.move = [after] { return ready<Result<KeyRoom>>(after); };
    f.open();
    auto* place = f.dialog->findChild<ElidedLabel*>(u"settingsKeyPlace"_s);
    auto* move = f.dialog->findChild<QPushButton*>(u"settingsMoveKey"_s);
    QCOMPARE(place->text(), before.place);
    QVERIFY(f.says(u"reads it back, and only then"_s));
    QVERIFY(takePicture(*f.dialog, u"settings-key-file"_s));
    QTest::mouseClick(move, Qt::LeftButton);
    QTRY_COMPARE(place->text(), after.place);
    QVERIFY(move->isEnabled() && f.says(u"writes it to /nowhere/key"_s));
    QVERIFY(takePicture(*f.dialog, u"settings-keyring"_s));
    QTest::mouseClick(move, Qt::LeftButton); // and back
    QTRY_COMPARE(place->text(), before.place);
    f.key.other = KeyRoom::Other::None;
    f.open();
    QVERIFY(!f.dialog->findChild<QPushButton*>(u"settingsMoveKey"_s)->isVisible());
    QVERIFY(f.says(u"HOOKWORKS_KEY_FILE"_s));
}

void SettingsTest::aKeyThatCannotBeMovedSaysWhy()
{
    SettingsFixture f;
    f.key.move = [] {
        return ready<Result<KeyRoom>>(
            fail(ErrorCode::CannotOpen, u"The key was not moved."_s, u"It is locked."_s));
    };
    f.open();
    QTest::mouseClick(f.dialog->findChild<QPushButton*>(u"settingsMoveKey"_s), Qt::LeftButton);
    QTRY_VERIFY(f.says(u"The key was not moved. It is locked."_s));
    QCOMPARE(f.dialog->findChild<ElidedLabel*>(u"settingsKeyPlace"_s)->text(), f.key.place);
    QVERIFY(f.dialog->findChild<QPushButton*>(u"settingsMoveKey"_s)->isEnabled());
}

void SettingsTest::itOpensHigherThanTheMiddle()
{
    SettingsFixture f;
    f.window.move(60, 40);
    QVERIFY(showActive(f.window));
    f.open();
    const QRect over = f.window.frameGeometry(), dialog = f.dialog->frameGeometry();
    QTRY_VERIFY(over.contains(f.dialog->frameGeometry()));
    QVERIFY(dialog.top() - over.top() <= over.bottom() - dialog.bottom());
    QVERIFY(qAbs((dialog.left() - over.left()) - (over.right() - dialog.right())) < 12);
}

void SettingsTest::aKeyThatIsNotThereIsAskedFor()
{
    Theme theme{false};
    KeyQuestion question({ErrorCode::CannotOpen, u"It stays locked <b>now</b>."_s, u"The bus said no."_s});
    QVERIFY(showActive(question));
    QSignalSpy again(&question, &KeyQuestion::againWanted);
    QSignalSpy fresh(&question, &KeyQuestion::newKeyWanted);
    QStringList words;
    for (const QLabel* label : question.findChildren<QLabel*>())
        words << label->text();
    QVERIFY(words.contains(u"It stays locked <b>now</b>."_s)); // plain text
    QVERIFY(words.contains(u"The bus said no."_s));
    QTest::keyClick(question.focusWidget(), Qt::Key_Space);
    QCOMPARE(again.count(), 1);
    QTest::mouseClick(question.findChild<QPushButton*>(u"newKey"_s), Qt::LeftButton);
    QCOMPARE(fresh.count(), 1);
    QVERIFY(takePicture(question, u"key-question"_s));
}

void SettingsTest::whatIsNoProxyIsSaidBesideTheField()
{
    SettingsFixture f;
    f.type(u"ftp://proxy.example:1"_s);
    QVERIFY(f.says(u"no HTTP or SOCKS5 proxy"_s));
    QVERIFY(!f.stored());
    QVERIFY(takePicture(*f.dialog, u"settings"_s));
}

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
