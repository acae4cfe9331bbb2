// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QAction;
class QUndoStack;

namespace hookworks {

/// What a page is asked to show when one jumps to it from elsewhere: an id in its short form (`d12`, `c5`,
/// `r1`, `w3`), or empty for "just come to the front".
struct PagePlace
{
    QString id;
    bool operator==(const PagePlace&) const = default;
};

/// What a page puts into the bar at its head. The widgets pass to the bar; the actions stay the page's.
struct PageBarContent
{
    QWidget* object = nullptr;  ///< in place of the title: a chooser
    QList<QWidget*> views;      ///< behind the title: segments, a badge
    QWidget* filter = nullptr;  ///< takes the room in the middle
    QList<QAction*> secondary;  ///< buttons with a border
    QAction* primary = nullptr; ///< the one filled button
    QList<QAction*> rare;       ///< in the ⋯ menu
};

/// One of the pages chosen at the left. A widget made when the page is first shown; it lives as long as the
/// window.
class PageWidget : public QWidget
{
    Q_OBJECT
public:
    explicit PageWidget(QWidget* parent = nullptr)
        : QWidget(parent)
    {
        setBackgroundRole(QPalette::Base);
        setAutoFillBackground(true);
    }

    /// Selects and shows what `place` names; nothing where it is gone.
    virtual void go(const PagePlace& place) = 0;
    /// The page's own actions, for the window's menus and Ctrl+K; owned by the page. Their shortcuts work
    /// while the page is shown (Qt::WidgetWithChildrenShortcut).
    virtual QList<QAction*> pageActions() const { return {}; }
    /// Asked for once, when the page is first shown.
    virtual PageBarContent barContent() { return {}; }
    /// Ctrl+F: the focus goes to the page's filter. Ctrl+N: what "new" means here. Nothing where there is
    /// none.
    virtual void focusFilter() {}
    virtual void startNew() {}
    /// What Edit ▸ Undo and Redo act on while the page is shown; nullptr: nothing.
    virtual QUndoStack* undoStack() const { return nullptr; }
    /// What was typed and not yet stored is stored now: the page is left, or the window closes.
    virtual void commit() {}
    /// Nothing that was typed is still on its way to the workspace.
    virtual bool isStored() const { return true; }

signals:
    /// undoStack() is another one now.
    void undoStackChanged();
    /// isStored() may say something else now.
    void storedChanged();
    /// The user asks for something that another page shows; the window goes there.
    void wanted(const QString& page, const hookworks::PagePlace& place);
    /// The bar's title, and the quiet words before its buttons.
    void titleChanged(const QString& title);
    void noteChanged(const QString& note);
    /// One sentence for the status bar; it goes after some seconds.
    void said(const QString& sentence);
};

} // namespace hookworks
