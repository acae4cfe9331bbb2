// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QStringList>

namespace hookworks {

class GuiSession;

/// A person's hand and eyes: clicks and keys, each of which counts, on what is shown in front; a picture of
/// the screen after each lies in the build folder. Whatever is not to be seen cannot be clicked: that fails
/// the test.
class GuiHand
{
public:
    /// `story`: how the pictures begin.
    explicit GuiHand(const QString& story);

    /// Whose window is used from now on. It must outlive its use.
    void sitBefore(GuiSession& session);
    int actions() const { return m_actions; }
    void countFromHere() { m_actions = 0; }

    /// What is in front: a dialog, else the window.
    QWidget* front() const;
    /// The first of the widgets in front that is to be seen and fits; null, with a warning: there is none.
    template <class T>
    T* shown(const QString& name = {}, const QString& text = {}) const
    {
        T* const found = seen<T>(name, text);
        if (!found)
            qWarning("nothing is shown that is %s %s", qPrintable(name), qPrintable(text));
        return found;
    }
    /// The same without a warning.
    template <class T>
    T* seen(const QString& name = {}, const QString& text = {}) const
    {
        for (T* one : front()->findChildren<T*>(name)) {
            if (one->isVisible() && (text.isEmpty() || textOf(*one) == text))
                return one;
        }
        return nullptr;
    }
    /// All that can be read in front, a line a label, field or message.
    QString words() const;

    void click(QWidget* widget, QPoint at = {}, Qt::KeyboardModifiers modifiers = {});
    void click(const QString& button) { click(shown<QAbstractButton>(button)); }
    void clickText(const QString& words) { click(shown<QAbstractButton>({}, words)); }
    void clickItem(QAbstractItemView* view, const QString& words, Qt::KeyboardModifiers modifiers = {});
    /// Opens the button's menu, and the submenus named, and chooses the last.
    void chooseFromMenu(QAbstractButton* button, const QStringList& path);
    void chooseFromMenu(const QString& button, const QString& words)
    {
        chooseFromMenu(shown<QAbstractButton>(button), {words});
    }
    void chooseFromList(QComboBox& list, const QString& words);
    /// Into what has the focus.
    void type(const QString& text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

private:
    static QString textOf(const QWidget& widget);
    static bool hasKeys(const QWidget& window);
    void chooseNext(QStringList path);
    void settle();
    void picture();

    QString m_story;
    GuiSession* m_session = nullptr;
    int m_actions = 0;
};

} // namespace hookworks
