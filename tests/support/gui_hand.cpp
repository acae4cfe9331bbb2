// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_hand.h"

#include "support/gui_session.h"
#include "support/gui_window.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScreen>
#include <QTimer>

namespace hookworks {

GuiHand::GuiHand(const QString& story)
    : m_story(story)
{
}

void GuiHand::sitBefore(GuiSession& session)
{
    m_session = &session;
    QVERIFY(showActive(session.window()));
}

QWidget* GuiHand::front() const
{
    QWidget* const dialog = QApplication::activeModalWidget();
    return dialog ? dialog : &m_session->window();
}

QString GuiHand::textOf(const QWidget& widget)
{
    return widget.property("text").toString();
}

QString GuiHand::words() const
{
    QStringList lines;
    for (const QWidget* each : front()->findChildren<QWidget*>()) {
        if (!each->isVisible())
            continue;
        if (const auto* text = qobject_cast<const QPlainTextEdit*>(each))
            lines << text->toPlainText();
        else if (const QString words = textOf(*each); !words.isEmpty())
            lines << words;
    }
    return lines.join(u'\n');
}

void GuiHand::click(QWidget* widget, QPoint at, Qt::KeyboardModifiers modifiers)
{
    QVERIFY(widget);
    QVERIFY2(widget->isEnabled(), qPrintable(textOf(*widget)));
    ++m_actions;
    QTest::mouseClick(widget, Qt::LeftButton, modifiers, at);
    settle();
    picture();
}

void GuiHand::clickItem(QAbstractItemView* view, const QString& words, Qt::KeyboardModifiers modifiers)
{
    QVERIFY(view);
    QAbstractItemModel& model = *view->model();
    for (int column = 0; column < model.columnCount(); ++column) {
        const QModelIndexList found = model.match(model.index(0, column), Qt::DisplayRole, words, 1,
                                                  Qt::MatchExactly | Qt::MatchRecursive);
        if (found.isEmpty())
            continue;
        view->scrollTo(found.first());
        return click(view->viewport(), view->visualRect(found.first()).center(), modifiers);
    }
    QFAIL(qPrintable(words));
}

/// A menu has an event loop of its own, in which the next click is made.
void GuiHand::chooseFromMenu(QAbstractButton* button, const QStringList& path)
{
    QTimer::singleShot(150, button, [this, path] { chooseNext(path); });
    click(button);
}

void GuiHand::chooseNext(QStringList path)
{
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QString words = path.takeFirst();
    for (QAction* action : menu->actions()) {
        if (action->text() != words)
            continue;
        click(menu, menu->actionGeometry(action).center());
        if (path.isEmpty())
            return;
        QTRY_VERIFY(QApplication::activePopupWidget() != menu);
        return chooseNext(path);
    }
    menu->close();
    QFAIL(qPrintable(words));
}

void GuiHand::chooseFromList(QComboBox& list, const QString& words)
{
    click(&list, QPoint(list.width() - 8, list.height() / 2));
    QTRY_VERIFY(list.view()->isVisible());
    QTest::qWait(QApplication::doubleClickInterval()); // a click at once would close it
    clickItem(list.view(), words);
}

/// A window that has just been opened gets the keys a moment later than it is seen.
bool GuiHand::hasKeys(const QWidget& window)
{
    return window.isActiveWindow() && QApplication::focusWidget();
}

void GuiHand::type(const QString& text)
{
    ++m_actions;
    QTRY_VERIFY(hasKeys(*front()));
    QTest::keyClicks(QApplication::focusWidget(), text);
    settle();
    picture();
}

void GuiHand::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_actions;
    QTRY_VERIFY(hasKeys(*front()));
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    settle();
    picture();
}

void GuiHand::settle()
{
    m_session->settle();
}

/// Of the whole screen: menus and dialogs are windows of their own.
void GuiHand::picture()
{
    const QString folder = QStringLiteral(HOOKWORKS_BINARY_DIR "/pictures");
    QDir().mkpath(folder);
    const QWidget& window = m_session->window();
    const QRect frame = window.frameGeometry();
    window.screen()
        ->grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height())
        .save(QStringLiteral("%1/%2-%3.png").arg(folder, m_story).arg(m_actions, 2, 10, QLatin1Char('0')));
}

} // namespace hookworks
