// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/widgets/inline_message.h"
#include "workbench/listen/listening.h"

#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTcpServer>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What the window says by itself when it comes up.
class FirstLookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPortThatIsTakenIsSaidWithTheNextFreeOne();
    void theShownPageHasTheFocus();
    void noLetterOfAPageIsAMenus();

private:
    Theme m_theme{false};
};

void FirstLookTest::aPortThatIsTakenIsSaidWithTheNextFreeOne()
{
    GuiSession session(m_theme);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ListenerConfig config;
    config.name = u"Staging"_s;
    config.port = other.serverPort();
    config.enabled = true;
    QVERIFY(waitFor(session.workbench().listening().add(config)));
    QVERIFY(session.start());
    session.openWindow();
    QVERIFY(showActive(session.window()));
    const InlineMessage& notice = session.window().notice();
    QTRY_VERIFY2(notice.text().contains(QString::number(config.port)), qPrintable(notice.text()));
    auto* next = notice.findChild<QPushButton*>();
    QCOMPARE(next->text(), u"Listen on the next free port"_s);
    QTest::mouseClick(next, Qt::LeftButton);
    QTRY_VERIFY(session.workbench().listening().url());
    QTRY_COMPARE(notice.text(), QString());
}

/// Keys work at once, and not in the search above.
void FirstLookTest::theShownPageHasTheFocus()
{
    GuiSession session(m_theme);
    QVERIFY(session.makeSample() && session.start());
    session.openWindow();
    session.window().go(u"reports"_s); // as the program does
    QVERIFY(showActive(session.window()));
    QTRY_VERIFY(session.window().focusWidget() &&
                session.window().currentPage()->isAncestorOf(session.window().focusWidget()));
}

/// Alt and an underlined letter do what the underline promises.
void FirstLookTest::noLetterOfAPageIsAMenus()
{
    GuiSession session(m_theme);
    QVERIFY(session.makeSample() && session.start());
    session.openWindow();
    QVERIFY(showActive(session.window()));
    QStringList menus;
    for (const QAction* menu : session.window().menuBar()->actions())
        menus << QKeySequence::mnemonic(menu->text()).toString();
    QVERIFY(menus.size() >= 5);
    for (const QString& page : {u"reports"_s, u"webhooks"_s, u"simulate"_s, u"deliveries"_s, u"captures"_s}) {
        session.window().go(page);
        session.settle();
        for (const auto* label : session.window().currentPage()->findChildren<QLabel*>()) {
            const QString key = label->buddy() ? QKeySequence::mnemonic(label->text()).toString() : QString();
            QVERIFY2(key.isEmpty() || !menus.contains(key), qPrintable(page + u": "_s + label->text()));
        }
        for (const auto* button : session.window().currentPage()->findChildren<QAbstractButton*>()) {
            const QString key = QKeySequence::mnemonic(button->text()).toString();
            QVERIFY2(key.isEmpty() || !menus.contains(key), qPrintable(page + u": "_s + button->text()));
        }
    }
}

QTEST_MAIN(FirstLookTest)
#include "first_look_test.moc"
