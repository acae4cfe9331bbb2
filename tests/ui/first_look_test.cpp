// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/widgets/inline_message.h"
#include "workbench/listen/listening.h"

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

QTEST_MAIN(FirstLookTest)
#include "first_look_test.moc"
